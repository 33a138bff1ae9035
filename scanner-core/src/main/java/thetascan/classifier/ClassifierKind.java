package thetascan.classifier;

import thetascan.random.RandomStream;

/** What learns. */
public enum ClassifierKind {
    /** Nobody. */
    NONE {
        @Override
        public Classifier train(double[] u, int n, boolean[] labels, RandomStream random) {
            return (x, at) -> 0;
        }
    },
    /** Logistic regression on coordinates, their squares and their products. */
    LOGISTIC {
        @Override
        public Classifier train(double[] u, int n, boolean[] labels, RandomStream random) {
            return new Logistic(u, n, labels);
        }
    },
    /** A random forest (L. Breiman, Machine Learning 45 (2001) 5). */
    RANDOM_FOREST {
        @Override
        public Classifier train(double[] u, int n, boolean[] labels, RandomStream random) {
            return new Forest(u, n, labels, random);
        }
    };

    /**
     * Learns a class from points of it and others.
     *
     * @param u      coordinates in [0,1], row-major
     * @param n      coordinates of a point
     * @param labels true for the points of the class; at least one of either kind
     * @param random where it takes its chance
     * @return the same for the same input, bit by bit
     */
    public abstract Classifier train(double[] u, int n, boolean[] labels, RandomStream random);
}
