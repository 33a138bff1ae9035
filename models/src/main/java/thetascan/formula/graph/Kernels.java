package thetascan.formula.graph;

import thetascan.physics.DipoleFunctions;
import thetascan.physics.HermitianEigen;
import thetascan.physics.SingularValues;
import thetascan.physics.SymmetricEigen;
import thetascan.physics.Takagi;

/** The kernels there are. Matrices are row-major; complex ones all real parts, then all imaginary ones. */
public final class Kernels {

    private Kernels() {}

    /**
     * M = Oᵀ D O, real symmetric n × n: the n eigenvalues, ascending, then O.
     *
     * @param n rows and columns
     */
    public record Symmetric(int n) implements KernelKind {
        @Override
        public int inputs() {
            return n * n;
        }

        @Override
        public int outputs() {
            return n + n * n;
        }

        @Override
        public Kernel make() {
            SymmetricEigen eigen = new SymmetricEigen(n);
            return new Kernel(this) {
                @Override
                public void run() {
                    eigen.decompose(in);
                    System.arraycopy(eigen.values, 0, out, 0, n);
                    System.arraycopy(eigen.vectors, 0, out, n, n * n);
                }
            };
        }
    }

    /**
     * M = U† D U, Hermitian: the n eigenvalues, ascending, then U.
     *
     * @param n rows and columns
     */
    public record Hermitian(int n) implements KernelKind {
        @Override
        public int inputs() {
            return 2 * n * n;
        }

        @Override
        public int outputs() {
            return n + 2 * n * n;
        }

        @Override
        public Kernel make() {
            HermitianEigen eigen = new HermitianEigen(n);
            double[] re = new double[n * n];
            double[] im = new double[n * n];
            return new Kernel(this) {
                @Override
                public void run() {
                    split(in, re, im);
                    eigen.decompose(re, im);
                    System.arraycopy(eigen.values, 0, out, 0, n);
                    System.arraycopy(eigen.uRe, 0, out, n, n * n);
                    System.arraycopy(eigen.uIm, 0, out, n + n * n, n * n);
                }
            };
        }
    }

    /**
     * M = Uᵀ D U, complex symmetric: the n masses, ascending, then U.
     *
     * @param n rows and columns
     */
    public record Majorana(int n) implements KernelKind {
        @Override
        public int inputs() {
            return 2 * n * n;
        }

        @Override
        public int outputs() {
            return n + 2 * n * n;
        }

        @Override
        public Kernel make() {
            Takagi takagi = new Takagi(n);
            double[] re = new double[n * n];
            double[] im = new double[n * n];
            return new Kernel(this) {
                @Override
                public void run() {
                    split(in, re, im);
                    takagi.factorise(re, im);
                    System.arraycopy(takagi.values, 0, out, 0, n);
                    for (int row = 0; row < n; row++) {
                        double sign = sign(takagi.uRe, takagi.uIm, row, n);
                        for (int k = row * n; k < row * n + n; k++) {
                            out[n + k] = sign * takagi.uRe[k];
                            out[n + n * n + k] = sign * takagi.uIm[k];
                        }
                    }
                }
            };
        }
    }

    /**
     * M = Lᵀ D R, any complex square matrix: the n masses, ascending, then L, then R.
     *
     * @param n rows and columns
     */
    public record Dirac(int n) implements KernelKind {
        @Override
        public int inputs() {
            return 2 * n * n;
        }

        @Override
        public int outputs() {
            return n + 4 * n * n;
        }

        @Override
        public Kernel make() {
            SingularValues svd = new SingularValues(n);
            double[] re = new double[n * n];
            double[] im = new double[n * n];
            return new Kernel(this) {
                @Override
                public void run() {
                    split(in, re, im);
                    svd.decompose(re, im);
                    System.arraycopy(svd.values, 0, out, 0, n);
                    System.arraycopy(svd.leftRe, 0, out, n, n * n);
                    System.arraycopy(svd.leftIm, 0, out, n + n * n, n * n);
                    System.arraycopy(svd.rightRe, 0, out, n + 2 * n * n, n * n);
                    System.arraycopy(svd.rightIm, 0, out, n + 3 * n * n, n * n);
                }
            };
        }
    }

    /** d_S, d_F, e_S, e_F, m_S, m_F of {@link DipoleFunctions} at x. */
    public record Dipole() implements KernelKind {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int outputs() {
            return 6;
        }

        @Override
        public Kernel make() {
            DipoleFunctions functions = new DipoleFunctions();
            return new Kernel(this) {
                @Override
                public void run() {
                    functions.evaluate(in[0]);
                    out[0] = functions.dS;
                    out[1] = functions.dF;
                    out[2] = functions.eS;
                    out[3] = functions.eF;
                    out[4] = functions.mS;
                    out[5] = functions.mF;
                }
            };
        }
    }

    /**
     * The value of a table at x, then 1 where x lies outside it and 0 elsewhere.
     *
     * @param table interpolates
     */
    public record Lookup(Table table) implements KernelKind {
        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public int outputs() {
            return 2;
        }

        @Override
        public Kernel make() {
            return new Kernel(this) {
                @Override
                public void run() {
                    double x = in[0];
                    out[0] = table.at(x);
                    out[1] = x < table.lowest() || x > table.highest() ? 1 : 0;
                }
            };
        }

        @Override
        public String meaning() {
            return table.meaning();
        }
    }

    private static void split(double[] in, double[] re, double[] im) {
        System.arraycopy(in, 0, re, 0, re.length);
        System.arraycopy(in, re.length, im, 0, im.length);
    }

    /** The sign that gives the leading element of a row a positive real part. */
    private static double sign(double[] re, double[] im, int row, int n) {
        int lead = SymmetricEigen.leading(re, im, row * n, n);
        return re[lead] < 0 || (re[lead] == 0 && im[lead] < 0) ? -1 : 1;
    }
}
