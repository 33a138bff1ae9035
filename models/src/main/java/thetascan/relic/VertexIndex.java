package thetascan.relic;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import thetascan.relic.FeynmanRules.Kind;

/**
 * Finds vertices by their particles, whatever the order these come in. A <em>use</em> of a vertex is its slot in the rules times 4, plus
 * {@link #NEGATED} and {@link #SWAPPED}; {@link #NONE} if there is none.
 */
final class VertexIndex {

    static final int NONE = -1;
    static final int NEGATED = 1;
    /** Left and right parts change places. */
    static final int SWAPPED = 2;

    private final Particles particles;
    private final Map<List<Integer>, Integer> slots = new HashMap<>();
    /** Third legs of all vertices of two labels, in their order. */
    private final BitSet[] thirds;

    VertexIndex(FeynmanRules rules) {
        particles = rules.particles();
        thirds = new BitSet[particles.count() * particles.count()];
        Arrays.setAll(thirds, k -> new BitSet());
        for (int slot = 0; slot < rules.count(); slot++) {
            Kind kind = rules.kind(slot);
            int first = slot;
            int n = kind == Kind.SSSS || kind == Kind.SSVV ? 4 : 3;
            int[] legs = IntStream.range(0, n).map(leg -> rules.leg(first, leg)).toArray();
            if (kind == Kind.SSS || kind == Kind.SSSS || kind == Kind.SVV || kind == Kind.SSVV) {
                sort(legs);
            }
            if (n == 3) {
                for (int leg = 0; leg < n; leg++) {
                    int a = legs[leg];
                    int b = legs[(leg + 1) % n];
                    thirds[a * particles.count() + b].set(legs[(leg + 2) % n]);
                    thirds[b * particles.count() + a].set(legs[(leg + 2) % n]);
                }
            }
            if (slots.put(key(kind, legs), slot) != null) {
                throw new IllegalArgumentException("vertex " + names(legs) + " is there twice.");
            }
        }
    }

    private String names(int... legs) {
        return String.join(" ", Arrays.stream(legs).mapToObj(particles::name).toList());
    }

    /** Scalars before vectors, each by label. */
    private void sort(int[] legs) {
        int[] sorted = IntStream.of(legs)
                .boxed()
                .sorted((a, b) -> particles.spin(a) == particles.spin(b)
                        ? Integer.compare(a, b)
                        : particles.spin(a).compareTo(particles.spin(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, legs, 0, legs.length);
    }

    private static List<Integer> key(Kind kind, int... legs) {
        return IntStream.concat(IntStream.of(kind.ordinal()), IntStream.of(legs))
                .boxed()
                .toList();
    }

    private int find(Kind kind, int flags, int... legs) {
        Integer slot = slots.get(key(kind, legs));
        return slot == null ? NONE : 4 * slot + flags;
    }

    private int symmetric(Kind kind, int... legs) {
        sort(legs);
        return find(kind, 0, legs);
    }

    /** The particles that two incoming ones can merge into: those whose antiparticles are third legs, by label. */
    int[] merged(int a, int b) {
        return thirds[a * particles.count() + b].stream()
                .map(particles::anti)
                .sorted()
                .toArray();
    }

    /** Two bosons and the boson they merge into, all incoming. */
    int bosons(int a, int b, int x) {
        int[] s = new int[3];
        int[] v = new int[3];
        int scalars = 0;
        int vectors = 0;
        for (int label : new int[] {a, b, x}) {
            if (particles.isVector(label)) {
                v[vectors++] = label;
            } else {
                s[scalars++] = label;
            }
        }
        return switch (vectors) {
            case 0 -> symmetric(Kind.SSS, a, b, x);
            case 1 -> current(s[0], s[1], v[0]);
            case 2 -> symmetric(Kind.SVV, s[0], v[0], v[1]);
            default -> gauge(a, b, x);
        };
    }

    /** g (p_a − p_b). */
    private int current(int a, int b, int v) {
        int use = find(Kind.SSV, 0, a, b, v);
        return use != NONE ? use : find(Kind.SSV, NEGATED, b, a, v);
    }

    private int gauge(int a, int b, int c) {
        int[][] even = {{a, b, c}, {b, c, a}, {c, a, b}};
        int[][] odd = {{b, a, c}, {a, c, b}, {c, b, a}};
        for (int[] legs : even) {
            int use = find(Kind.VVV, 0, legs);
            if (use != NONE) {
                return use;
            }
        }
        for (int[] legs : odd) {
            int use = find(Kind.VVV, NEGATED, legs);
            if (use != NONE) {
                return use;
            }
        }
        return NONE;
    }

    /** Four bosons, with no or two vectors. */
    int contact(int a, int b, int c, int d) {
        int vectors = 0;
        for (int label : new int[] {a, b, c, d}) {
            vectors += particles.isVector(label) ? 1 : 0;
        }
        return vectors == 0 ? symmetric(Kind.SSSS, a, b, c, d) : vectors == 2 ? symmetric(Kind.SSVV, a, b, c, d) : NONE;
    }

    /** ψ̄_aᶜ Γ ψ_b with a boson. */
    int fermions(int a, int b, int boson) {
        Kind kind = particles.isVector(boson) ? Kind.FFV : Kind.FFS;
        int use = find(kind, 0, a, b, boson);
        return use != NONE ? use : find(kind, kind == Kind.FFV ? NEGATED | SWAPPED : 0, b, a, boson);
    }
}
