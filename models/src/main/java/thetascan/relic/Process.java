package thetascan.relic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One process 1 2 → 3 4: its tree-level diagrams as a sum Σ_k A_k K_k over Lorentz structures K_k that depend on momenta and spins only
 * (see {@link Amplitude}). A diagram with an exchanged particle X adds to a few A_k a product of couplings times the propagator; what
 * is exchanged costs a few multiplications, whatever the spins outside.
 */
final class Process {

    /** Number of fermions outside. */
    enum Shape {
        BOSONS(10),
        TWO_FERMIONS(14),
        FOUR_FERMIONS(36);

        final int structures;

        Shape(int structures) {
            this.structures = structures;
        }
    }

    /** Invariant an exchanged particle carries: s = (p₁+p₂)², t = (p₁−p₃)², u = (p₁−p₄)². */
    static final int S = 0;

    static final int T = 1;
    static final int U = 2;

    /** No exchange: a contact vertex. */
    static final int CONTACT = -1;

    /** An exchange: the invariant and the particle. */
    record Exchange(int invariant, int label) {}

    /**
     * One contribution to A_structure: sign × coupling of vertex 1 × coupling of vertex 2 × m^massPower × propagator.
     *
     * @param exchange  index of the exchange, or {@link #CONTACT}
     * @param use1      vertex, see {@link VertexIndex}
     * @param part1     0 or left, 1 right
     * @param use2      second vertex, {@link VertexIndex#NONE} for a contact
     * @param massPower 0, 1, or −2: the longitudinal part of a massive vector, absent for a massless one
     */
    record Term(int structure, int exchange, int use1, int part1, int use2, int part2, int sign, int massPower) {}

    final Shape shape;
    /** Labels of the four particles. */
    final int[] label;
    /** How many ordered pairs of particles and antiparticles this process stands for. */
    final double multiplicity;

    final Exchange[] exchanges;
    /** Two of W and Z: how they are made below threshold. */
    @Nullable
    VirtualPair virtual;

    private final Term[] terms;

    // The terms that are not zero at the present point.
    int live;
    final int[] structure;
    final int[] exchange;
    final double[] re;
    final double[] im;
    /** Structures that are not zero, one bit each. */
    long structures;

    Process(Shape shape, int[] label, double multiplicity, List<Exchange> exchanges, List<Term> terms) {
        this.shape = shape;
        this.label = label;
        this.multiplicity = multiplicity;
        this.exchanges = exchanges.toArray(Exchange[]::new);
        this.terms = terms.toArray(Term[]::new);
        structure = new int[this.terms.length];
        exchange = new int[this.terms.length];
        re = new double[this.terms.length];
        im = new double[this.terms.length];
    }

    /** Takes over masses and couplings of a point; false if nothing is left. */
    boolean prepare(FeynmanRules rules) {
        live = 0;
        structures = 0;
        for (Term term : terms) {
            prepare(term, rules);
        }
        return live > 0;
    }

    private void prepare(Term term, FeynmanRules rules) {
        double factor = term.sign;
        if (term.massPower != 0) {
            double mass = rules.mass(exchanges[term.exchange].label);
            if (mass == 0) {
                return;
            }
            factor *= term.massPower > 0 ? mass : 1 / (mass * mass);
        }
        double aRe = factor * re(rules, term.use1, term.part1);
        double aIm = factor * im(rules, term.use1, term.part1);
        double x = aRe;
        double y = aIm;
        if (term.use2 != VertexIndex.NONE) {
            double bRe = re(rules, term.use2, term.part2);
            double bIm = im(rules, term.use2, term.part2);
            x = aRe * bRe - aIm * bIm;
            y = aRe * bIm + aIm * bRe;
        }
        if (x != 0 || y != 0) {
            structure[live] = term.structure;
            exchange[live] = term.exchange;
            re[live] = x;
            im[live++] = y;
            structures |= 1L << term.structure;
        }
    }

    private static double re(FeynmanRules rules, int use, int part) {
        double value = rules.re(use >> 2, part ^ (use & VertexIndex.SWAPPED) >> 1);
        return (use & VertexIndex.NEGATED) != 0 ? -value : value;
    }

    private static double im(FeynmanRules rules, int use, int part) {
        double value = rules.im(use >> 2, part ^ (use & VertexIndex.SWAPPED) >> 1);
        return (use & VertexIndex.NEGATED) != 0 ? -value : value;
    }

    /** True if the initial particles are the same. */
    boolean hasPairOf(Process other) {
        return label[0] == other.label[0] && label[1] == other.label[1];
    }
}
