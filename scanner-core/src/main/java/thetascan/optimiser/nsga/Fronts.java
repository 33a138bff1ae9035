package thetascan.optimiser.nsga;

import io.jenetics.DoubleGene;
import io.jenetics.Phenotype;
import io.jenetics.util.Seq;
import java.util.Arrays;

/**
 * A population in fronts under constrained domination (K. Deb et al., IEEE Trans. Evol. Comput. 6 (2002) 182, sec. VI):
 * the feasible members by Pareto dominance, then the others by their total violation, equal ones together, the failed
 * ones last. Sorted by the sequential search of X. Zhang et al., IEEE Trans. Evol. Comput. 19 (2015) 201 (ENS-SS).
 */
final class Fronts {

    private final int m;
    /** Row-major count × m. */
    private final double[] objectives;

    private final double[] violations;
    /** Members, front after front, lexicographic by objectives within a feasible one. */
    private final int[] members;
    /** End of each front in {@link #members}. */
    private final int[] ends;

    private final int count;
    private final int feasible;

    private Fronts(int m, double[] objectives, double[] violations) {
        this.m = m;
        this.objectives = objectives;
        this.violations = violations;
        int size = violations.length;
        members = new int[size];
        ends = new int[size];
        int[] order = IndexSort.range(size);
        IndexSort.sort(order, this::compare);
        int first = 0;
        while (first < size && violations[order[first]] == 0) first++;
        feasible = first;
        count = appendInfeasible(order, sortFeasible(order));
    }

    static Fronts of(Seq<? extends Phenotype<DoubleGene, Merit>> population) {
        int size = population.size();
        int m = size == 0 ? 0 : population.get(0).fitness().objectives().length;
        double[] objectives = new double[size * m];
        double[] violations = new double[size];
        for (int i = 0; i < size; i++) {
            Merit merit = population.get(i).fitness();
            System.arraycopy(merit.objectives(), 0, objectives, i * m, m);
            violations[i] = merit.violation();
        }
        return new Fronts(m, objectives, violations);
    }

    /** By violation, then lexicographic by objectives. */
    private int compare(int i, int k) {
        int byViolation = Double.compare(violations[i], violations[k]);
        if (byViolation != 0) return byViolation;
        for (int j = 0; j < m; j++) {
            int byObjective = Double.compare(objectives[i * m + j], objectives[k * m + j]);
            if (byObjective != 0) return byObjective;
        }
        return 0;
    }

    /** A member can only be dominated by one before it in lexicographic order, so each is placed once. */
    private int sortFeasible(int[] order) {
        int[] newest = new int[feasible];
        int[] older = new int[violations.length];
        int[] sizes = new int[feasible];
        int fronts = 0;
        for (int place = 0; place < feasible; place++) {
            int member = order[place];
            int front = 0;
            while (front < fronts && isDominated(member, newest[front], older)) front++;
            older[member] = front < fronts ? newest[front] : -1;
            newest[front] = member;
            sizes[front]++;
            fronts = Math.max(fronts, front + 1);
        }
        int end = 0;
        for (int front = 0; front < fronts; front++) {
            end += sizes[front];
            ends[front] = end;
            int place = end;
            for (int member = newest[front]; member >= 0; member = older[member]) members[--place] = member;
        }
        return fronts;
    }

    private boolean isDominated(int member, int newest, int[] older) {
        for (int rival = newest; rival >= 0; rival = older[rival]) {
            if (dominates(rival * m, member * m)) return true;
        }
        return false;
    }

    private boolean dominates(int a, int b) {
        boolean better = false;
        for (int j = 0; j < m; j++) {
            double x = objectives[a + j];
            double y = objectives[b + j];
            if (x > y) return false;
            better |= x < y;
        }
        return better;
    }

    private int appendInfeasible(int[] order, int fronts) {
        int front = fronts;
        for (int place = feasible; place < order.length; place++) {
            members[place] = order[place];
            boolean last = place + 1 == order.length || violations[order[place + 1]] > violations[order[place]];
            if (last) ends[front++] = place + 1;
        }
        return front;
    }

    /** Number of fronts. */
    int count() {
        return count;
    }

    /** Number of objectives. */
    int objectiveCount() {
        return m;
    }

    /** Objectives, row-major, one row for each member of the population. */
    double[] objectives() {
        return objectives;
    }

    /** Members of the population, front after front; front k is [begin(k), end(k)). */
    int[] members() {
        return members;
    }

    int begin(int front) {
        return front == 0 ? 0 : ends[front - 1];
    }

    int end(int front) {
        return ends[front];
    }

    /** Number of members that violate no constraint; they come first. */
    int feasible() {
        return feasible;
    }

    /** The front of each member. */
    int[] ranks() {
        int[] ranks = new int[members.length];
        for (int front = 0; front < count; front++) {
            for (int place = begin(front); place < end(front); place++) ranks[members[place]] = front;
        }
        return ranks;
    }

    /** Index of the front that place {@code size} - 1 is in: the last one that survives if size members do. */
    int lastFront(int size) {
        int front = Arrays.binarySearch(ends, 0, count, size);
        return front >= 0 ? front : -front - 1;
    }
}
