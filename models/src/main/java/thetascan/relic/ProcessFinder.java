package thetascan.relic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thetascan.relic.Process.Exchange;
import thetascan.relic.Process.Shape;
import thetascan.relic.Process.Term;

/**
 * Draws all tree-level diagrams of 1 2 → 3 4: exchanges in the s, t and u channel and contact vertices, with the signs of A. Denner et
 * al., Nucl. Phys. B 387 (1992) 467: a fermion chain starts at a column spinor and ends at a row, whatever the fermion number flow.
 */
final class ProcessFinder {

    private static final int LEFT = 0;
    private static final int RIGHT = 1;

    private static final int[][] PAIRINGS = {{0, 1, 2, 3}, {0, 2, 1, 3}, {0, 3, 1, 2}};
    /** Sign of the permutation of the fermions that a pairing means. */
    private static final int[] FERMION_SIGN = {1, -1, 1};

    private final Particles particles;
    private final VertexIndex vertices;

    private int[] incoming = new int[4];
    private List<Exchange> exchanges = List.of();
    private List<Term> terms = List.of();

    ProcessFinder(FeynmanRules rules) {
        particles = rules.particles();
        vertices = new VertexIndex(rules);
    }

    /** Every process of two dark particles into two plasma particles, one of each pair of charge conjugates. */
    List<Process> annihilations() {
        List<Process> all = new ArrayList<>();
        int n = particles.count();
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                if (particles.isDark(i) && particles.isDark(j)) {
                    addPair(i, j, all);
                }
            }
        }
        return all;
    }

    private void addPair(int i, int j, List<Process> all) {
        for (int k = 0; k < particles.count(); k++) {
            for (int l = k; l < particles.count(); l++) {
                int copies = particles.isDark(k) || particles.isDark(l) ? 0 : copies(i, j, k, l);
                if (copies > 0) {
                    Process process = find(i, j, k, l, copies);
                    if (process != null) {
                        all.add(process);
                    }
                }
            }
        }
    }

    /** Number of ordered pairs of dark particles that annihilate like this or its charge conjugate; 0 for the second of the two. */
    private int copies(int i, int j, int k, int l) {
        int[] here = {i, j, k, l};
        int[] there = {
            Math.min(particles.anti(i), particles.anti(j)),
            Math.max(particles.anti(i), particles.anti(j)),
            Math.min(particles.anti(k), particles.anti(l)),
            Math.max(particles.anti(k), particles.anti(l))
        };
        int order = Arrays.compare(here, there);
        int ordered = i == j ? 1 : 2;
        return order > 0 ? 0 : order == 0 ? ordered : 2 * ordered;
    }

    /** The process 1 2 → 3 4 of these labels; null if a conservation law forbids it or there is no diagram. */
    @Nullable
    Process find(int l1, int l2, int l3, int l4, double multiplicity) {
        int[] label = {l1, l2, l3, l4};
        int fermions = 0;
        for (int each : label) {
            fermions += particles.isFermion(each) ? 1 : 0;
        }
        boolean conserved = particles.charge(l1) + particles.charge(l2) == particles.charge(l3) + particles.charge(l4);
        if (!conserved || fermions % 2 != 0 || particles.colours(l3) != particles.colours(l4)) {
            return null;
        }
        incoming = new int[] {l1, l2, particles.anti(l3), particles.anti(l4)};
        exchanges = new ArrayList<>();
        terms = new ArrayList<>();
        Shape shape = Shape.values()[fermions / 2];
        switch (shape) {
            case BOSONS -> bosons();
            case TWO_FERMIONS -> twoFermions(label);
            case FOUR_FERMIONS -> fourFermions();
        }
        return terms.isEmpty() ? null : new Process(shape, label, multiplicity, exchanges, terms);
    }

    /** The vertex of three particles, all incoming; {@link VertexIndex#NONE} if there is none. */
    int vertex(int a, int b, int c) {
        int fermions =
                (particles.isFermion(a) ? 1 : 0) + (particles.isFermion(b) ? 2 : 0) + (particles.isFermion(c) ? 4 : 0);
        return switch (fermions) {
            case 0 -> vertices.bosons(a, b, c);
            case 3 -> vertices.fermions(a, b, c);
            case 5 -> vertices.fermions(a, c, b);
            case 6 -> vertices.fermions(b, c, a);
            default -> VertexIndex.NONE;
        };
    }

    private int exchange(int legA, int legB, int label) {
        int partner = legA == 0 ? legB : legB == 0 ? legA : 6 - legA - legB;
        Exchange found = new Exchange(partner - 1, label);
        int index = exchanges.indexOf(found);
        if (index < 0) {
            exchanges.add(found);
            index = exchanges.size() - 1;
        }
        return index;
    }

    private void bosons() {
        for (int p = 0; p < 3; p++) {
            int[] leg = PAIRINGS[p];
            for (int x : vertices.merged(incoming[leg[0]], incoming[leg[1]])) {
                int use1 = vertices.bosons(incoming[leg[0]], incoming[leg[1]], particles.anti(x));
                int use2 = vertices.bosons(incoming[leg[2]], incoming[leg[3]], x);
                if (use1 != VertexIndex.NONE && use2 != VertexIndex.NONE) {
                    int exchange = exchange(leg[0], leg[1], x);
                    if (particles.isVector(x)) {
                        terms.add(new Term(3 * p + 1, exchange, use1, 0, use2, 0, 1, 0));
                        terms.add(new Term(3 * p + 2, exchange, use1, 0, use2, 0, -1, -2));
                    } else {
                        terms.add(new Term(3 * p, exchange, use1, 0, use2, 0, -1, 0));
                    }
                }
            }
        }
        int contact = vertices.contact(incoming[0], incoming[1], incoming[2], incoming[3]);
        if (contact != VertexIndex.NONE) {
            terms.add(new Term(9, Process.CONTACT, contact, 0, VertexIndex.NONE, 0, 1, 0));
        }
    }

    private void twoFermions(int[] label) {
        int[] leg = split(label);
        int column = leg[0];
        int row = leg[1];
        for (int x : vertices.merged(incoming[column], incoming[row])) {
            current(x, column, row, leg[2], leg[3]);
        }
        for (int x : vertices.merged(incoming[column], incoming[leg[2]])) {
            chain(x, column, row, leg[2], leg[3], 6);
        }
        for (int x : vertices.merged(incoming[column], incoming[leg[3]])) {
            chain(x, column, row, leg[3], leg[2], 10);
        }
    }

    /** Fermion legs in order, then boson legs in order. */
    private int[] split(int[] label) {
        int[] legs = new int[4];
        int fermion = 0;
        int boson = 2;
        for (int leg = 0; leg < 4; leg++) {
            if (particles.isFermion(label[leg])) {
                legs[fermion++] = leg;
            } else {
                legs[boson++] = leg;
            }
        }
        return legs;
    }

    /** The fermions merge into a boson. */
    private void current(int x, int column, int row, int a, int b) {
        int use1 = vertices.fermions(incoming[row], incoming[column], particles.anti(x));
        int use2 = vertices.bosons(incoming[a], incoming[b], x);
        if (use1 == VertexIndex.NONE || use2 == VertexIndex.NONE) {
            return;
        }
        int exchange = exchange(a, b, x);
        for (int part = LEFT; part <= RIGHT; part++) {
            if (particles.isVector(x)) {
                terms.add(new Term(2 + part, exchange, use1, part, use2, 0, 1, 0));
                terms.add(new Term(4 + part, exchange, use1, part, use2, 0, -1, -2));
            } else {
                terms.add(new Term(part, exchange, use1, part, use2, 0, -1, 0));
            }
        }
    }

    /** Fermion x between boson {@code first}, next to the column, and {@code second}. Structures: L q̸, L m, R q̸, R m. */
    private void chain(int x, int column, int row, int first, int second, int structure) {
        int use1 = vertices.fermions(particles.anti(x), incoming[column], incoming[first]);
        int use2 = vertices.fermions(incoming[row], x, incoming[second]);
        if (use1 == VertexIndex.NONE || use2 == VertexIndex.NONE) {
            return;
        }
        int exchange = exchange(column, first, x);
        int flip = particles.isVector(incoming[first]) ? 1 : 0;
        for (int part = LEFT; part <= RIGHT; part++) {
            int afterMass = part ^ flip;
            int afterMomentum = afterMass ^ 1;
            terms.add(new Term(structure + 2 * part, exchange, use1, part, use2, afterMomentum, -1, 0));
            terms.add(new Term(structure + 2 * part + 1, exchange, use1, part, use2, afterMass, -1, 1));
        }
    }

    private void fourFermions() {
        for (int p = 0; p < 3; p++) {
            int[] leg = PAIRINGS[p];
            for (int x : vertices.merged(incoming[leg[0]], incoming[leg[1]])) {
                int use1 = vertices.fermions(incoming[leg[1]], incoming[leg[0]], particles.anti(x));
                int use2 = vertices.fermions(incoming[leg[3]], incoming[leg[2]], x);
                if (use1 != VertexIndex.NONE && use2 != VertexIndex.NONE) {
                    fourFermions(p, exchange(leg[0], leg[1], x), particles.isVector(x), use1, use2);
                }
            }
        }
    }

    private void fourFermions(int p, int exchange, boolean vector, int use1, int use2) {
        int sign = FERMION_SIGN[p];
        for (int k = 0; k < 4; k++) {
            int part1 = k >> 1;
            int part2 = k & 1;
            if (vector) {
                terms.add(new Term(12 * p + 4 + k, exchange, use1, part1, use2, part2, sign, 0));
                terms.add(new Term(12 * p + 8 + k, exchange, use1, part1, use2, part2, -sign, -2));
            } else {
                terms.add(new Term(12 * p + k, exchange, use1, part1, use2, part2, -sign, 0));
            }
        }
    }
}
