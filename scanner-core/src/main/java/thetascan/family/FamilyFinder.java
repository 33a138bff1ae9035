package thetascan.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import thetascan.metrics.CanonicalCopy;
import thetascan.neighbour.BallIndex;
import thetascan.search.SearchSetup;

/**
 * Groups valid points into families. The points are thinned to nodes; every node begins as a family of its own, and
 * families unite along the shortest edges between them along which a {@link Bridge} is found (the order of O. Borůvka's
 * minimum spanning tree), until none of the few shortest edges that leave a family can be bridged. Then a way is looked for
 * between any two families, small ones first, with an effort that grows. A node and its
 * canonical copy are one: where relabelling gives the same physics, families are families modulo relabelling.
 */
public final class FamilyFinder {

    /** Most nodes, and fewest to which the points are thinned. */
    private static final int CAPACITY = 350;

    private static final int FEW = 20;

    /** Evaluations there should be for each node. */
    private static final int EVALUATIONS_PER_NODE = 60;

    /** Least unit-box distance between nodes, and how it grows until there are few enough. */
    private static final double DISTANCE = 0.05;

    private static final double GROWTH = 1.2;

    /** Edges of a family that are tried in a pass. */
    private static final int ATTEMPTS = 4;

    /** How often an edge is tried at last between any two families, each time with more effort. */
    private static final int ROUNDS = 6;

    /** Edges of two families that are tried before the first one is again. */
    private static final int EDGES = 2;

    private final SearchSetup setup;
    private final BoxGeometry geometry;
    private final List<double[]> nodes;
    /** Nodes and those of their canonical copies that differ. */
    private final List<double[]> places = new ArrayList<>();

    /** Points of the ways that were found, and a node that each is connected to. */
    private final List<double[]> ways = new ArrayList<>();

    private final List<Integer> ends = new ArrayList<>();

    /** The node that each place is, or is a copy of. */
    private final int[] node;

    private final Partition partition;
    private final Set<Long> tried = new HashSet<>(); // looked up, never iterated
    /** Whether a way was looked for between any two families. */
    private boolean complete;

    private FamilyFinder(SearchSetup setup, List<double[]> nodes) {
        this.setup = setup;
        this.nodes = nodes;
        geometry = new BoxGeometry(setup.space());
        partition = new Partition(nodes.size());
        places.addAll(nodes);
        List<Integer> copyOf = new ArrayList<>();
        CanonicalCopy canonical = new CanonicalCopy(setup.model(), setup.space());
        double[] theta = new double[setup.space().size()];
        for (int i = 0; i < nodes.size(); i++) {
            setup.space().toTheta(nodes.get(i), theta);
            double[] copy = canonical.box(theta, nodes.get(i));
            if (copy != nodes.get(i)) {
                places.add(copy.clone());
                copyOf.add(i);
            }
        }
        node = IntStream.concat(
                        IntStream.range(0, nodes.size()), copyOf.stream().mapToInt(Integer::intValue))
                .toArray();
    }

    /**
     * Divides points into families.
     *
     * @param setup model, space and constraints that tell whether a point between two others is valid
     * @param points      box coordinates of valid points
     * @param evaluations most to be spent
     * @return the families, and whether the evaluations were enough
     */
    public static Families find(SearchSetup setup, List<double[]> points, int evaluations) {
        FamilyFinder finder = new FamilyFinder(setup, thinned(points, capacity(evaluations)));
        try (Prober prober = new Prober(setup, evaluations)) {
            finder.unite(new Bridge(setup, finder.geometry, prober), prober);
            return finder.families(prober);
        }
    }

    private static int capacity(int evaluations) {
        return Math.max(FEW, Math.min(evaluations / EVALUATIONS_PER_NODE, CAPACITY));
    }

    private static List<double[]> thinned(List<double[]> points, int capacity) {
        List<double[]> kept = points;
        for (double distance = DISTANCE; ; distance *= GROWTH) {
            BallIndex index = new BallIndex(points.isEmpty() ? 1 : points.get(0).length, distance);
            List<double[]> thinner = new ArrayList<>();
            for (double[] point : kept) {
                if (!index.covers(point)) {
                    index.add(point);
                    thinner.add(point);
                }
            }
            kept = thinner;
            if (kept.size() <= capacity) {
                return kept;
            }
        }
    }

    private void unite(Bridge bridge, Prober prober) {
        int before = Integer.MAX_VALUE;
        while (partition.sets() > 1 && partition.sets() < before && !prober.isExhausted()) {
            before = partition.sets();
            for (int family : allButTheLargest()) {
                if (partition.set(family) == family) { // still of that name
                    unite(family, bridge);
                }
            }
        }
        for (int round = 1; round <= ROUNDS && partition.sets() > 1 && !prober.isExhausted(); round++) {
            if (round % EDGES == 1) {
                tried.clear();
            }
            unitePairs(bridge, prober, round);
            complete |= !prober.isExhausted();
        }
        complete |= partition.sets() <= 1;
    }

    /** Tries the shortest edge between any two families that was not tried yet. */
    private void unitePairs(Bridge bridge, Prober prober, int round) {
        for (Edge edge : edgesOfPairs()) {
            if (prober.isExhausted()) {
                return;
            }
            if (partition.set(node[edge.from]) != partition.set(node[edge.to])) {
                connect(edge, bridge, round);
            }
        }
    }

    /** The shortest untried edge of each pair of families, the shortest first. */
    private List<Edge> edgesOfPairs() {
        Map<Long, Edge> shortest = new TreeMap<>();
        for (int from = 0; from < places.size(); from++) {
            for (int to = 0; to < from; to++) {
                int a = partition.set(node[from]);
                int b = partition.set(node[to]);
                if (a != b) {
                    long pair = (long) Math.min(a, b) * nodes.size() + Math.max(a, b);
                    Edge best = shortest.get(pair);
                    double bound = best == null ? Double.POSITIVE_INFINITY : best.square;
                    double square = geometry.squareBelow(bound, places.get(from), places.get(to));
                    if (square < bound && !tried.contains(code(from, to))) {
                        shortest.put(pair, new Edge(from, to, square));
                    }
                }
            }
        }
        int[] sizes = sizes();
        return shortest.values().stream()
                .sorted(Comparator.comparingInt((Edge edge) ->
                                Math.min(sizes[partition.set(node[edge.from])], sizes[partition.set(node[edge.to])]))
                        .thenComparingDouble(Edge::square))
                .toList();
    }

    /** Names of the families, without the largest: what leads to it from others leads to others from it. */
    private List<Integer> allButTheLargest() {
        TreeMap<Integer, Integer> sizes = new TreeMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            sizes.merge(partition.set(i), 1, Integer::sum);
        }
        int largest = sizes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        sizes.remove(largest);
        return List.copyOf(sizes.keySet());
    }

    /** An edge from a place of a family to the nearest place of another. */
    private record Edge(int from, int to, double square) {}

    private void unite(int family, Bridge bridge) {
        List<Edge> edges = new ArrayList<>();
        for (int p = 0; p < places.size(); p++) {
            if (partition.set(node[p]) == family) {
                Edge edge = shortest(p, family);
                if (edge.to >= 0) {
                    edges.add(edge);
                }
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::square));
        for (Edge edge : edges.subList(0, Math.min(ATTEMPTS, edges.size()))) {
            if (connect(edge, bridge, Bridge.QUICK)) {
                return;
            }
        }
    }

    /** Unites two families if an edge between them can be bridged; the points of the way are of their family too. */
    private boolean connect(Edge edge, Bridge bridge, int effort) {
        tried.add(code(edge.from, edge.to));
        if (!bridge.connects(places.get(edge.from), places.get(edge.to), effort)) {
            return false;
        }
        partition.unite(node[edge.from], node[edge.to]);
        for (double[] point : bridge.way()) {
            ways.add(point);
            ends.add(node[edge.from]);
        }
        return true;
    }

    /** The shortest edge from a place to another family that was not tried yet. */
    private Edge shortest(int from, int family) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int to = 0; to < places.size(); to++) {
            double square = geometry.squareBelow(least, places.get(from), places.get(to));
            if (square < least && partition.set(node[to]) != family && !tried.contains(code(from, to))) {
                least = square;
                nearest = to;
            }
        }
        return new Edge(from, nearest, least);
    }

    private long code(int from, int to) {
        return (long) Math.min(from, to) * places.size() + Math.max(from, to);
    }

    /** Number of nodes of each family, by its name. */
    private int[] sizes() {
        int[] sizes = new int[nodes.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[partition.set(i)]++;
        }
        return sizes;
    }

    private Families families(Prober prober) {
        int[] sizes = sizes();
        List<Integer> ranking = IntStream.range(0, sizes.length)
                .filter(i -> sizes[i] > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -sizes[i]))
                .toList();
        int[] rank = new int[sizes.length];
        for (int r = 0; r < ranking.size(); r++) {
            rank[ranking.get(r)] = r + 1;
        }
        int[] labels = IntStream.concat(Arrays.stream(node), ends.stream().mapToInt(Integer::intValue))
                .map(i -> rank[partition.set(i)])
                .toArray();
        List<double[]> known = new ArrayList<>(places);
        known.addAll(ways);
        return new Families(known, labels, nodes.size(), ranking.size(), prober.evaluations(), complete);
    }
}
