package thetascan.formula.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Interpreter;
import thetascan.formula.graph.Kernels;
import thetascan.formula.graph.Op;
import thetascan.formula.graph.Table;

/** Compiled code against the interpreter of the same graph, bit for bit. */
class CompilerTest {

    private static final int INPUTS = 5;

    private static final List<Op> OPS = List.of(
            Op.ADD,
            Op.SUBTRACT,
            Op.MULTIPLY,
            Op.DIVIDE,
            Op.NEGATE,
            Op.SQRT,
            Op.ABS,
            Op.MIN,
            Op.MAX,
            Op.POW,
            Op.EXP,
            Op.LOG,
            Op.SIN,
            Op.COS,
            Op.ATAN2,
            Op.LESS,
            Op.LESS_OR_EQUAL,
            Op.EQUAL,
            Op.NOT,
            Op.AND,
            Op.OR,
            Op.CHOOSE,
            Op.EXPLAINED,
            Op.ROOT_RE,
            Op.ROOT_IM,
            Op.MODULUS,
            Op.TRIANGLE_RE,
            Op.TRIANGLE_IM,
            Op.named("tan"),
            Op.named("asin"),
            Op.named("li2"),
            Op.named("sinh"),
            Op.named("asinh"),
            Op.named("log1p"),
            Op.named("oblique_F"),
            Op.named("oblique_G"),
            Op.named("loop_triangle"));

    /** A graph of random operations and kernels. */
    private static int[] grow(Graph graph, Random random, int size) {
        List<Integer> numbers = new ArrayList<>(List.of(graph.one, graph.constant(-2.5), graph.constant(Double.NaN)));
        for (int i = 0; i < INPUTS; i++) {
            numbers.add(graph.input(i));
        }
        Table table = new Table(
                List.of(new double[] {-1, 2}, new double[] {0.5, 3}, new double[] {4, 1}), Table.Interpolation.LINEAR);
        while (graph.size() < size) {
            int x = pick(numbers, random);
            int y = pick(numbers, random);
            int z = pick(numbers, random);
            int choice = random.nextInt(OPS.size() + 2);
            if (choice < OPS.size()) {
                Op op = OPS.get(choice);
                numbers.add(graph.apply(op, x, op.arity() > 1 ? y : -1, op.arity() > 2 ? z : -1));
            } else if (choice == OPS.size()) {
                int run = graph.run(new Kernels.Symmetric(2), List.of(x, y, y, z));
                numbers.add(graph.result(run, random.nextInt(6)));
            } else {
                numbers.add(graph.result(graph.run(new Kernels.Lookup(table), List.of(x)), random.nextInt(2)));
            }
        }
        int[] roots = new int[200];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = pick(numbers, random);
        }
        roots[0] = numbers.get(numbers.size() - 1);
        return roots;
    }

    /** Rather late ones, so that the graph is deep. */
    private static int pick(List<Integer> numbers, Random random) {
        int n = numbers.size();
        return numbers.get(random.nextBoolean() ? random.nextInt(n) : n - 1 - random.nextInt(Math.min(n, 40)));
    }

    private static void compare(Graph graph, int[] roots, Random random, int points) {
        Program.Worker compiled = Compiler.compile(graph, roots).newWorker();
        Interpreter interpreter = new Interpreter(graph, roots);
        double[] inputs = new double[INPUTS];
        double[] fast = new double[roots.length];
        double[] slow = new double[roots.length];
        for (int k = 0; k < points; k++) {
            for (int i = 0; i < INPUTS; i++) {
                inputs[i] = random.nextGaussian() * Math.pow(10, random.nextInt(5) - 2);
            }
            compiled.evaluate(inputs, fast);
            interpreter.evaluate(inputs, slow);
            for (int i = 0; i < roots.length; i++) {
                assertThat(Double.doubleToLongBits(fast[i]))
                        .as("root %d at point %d: %s and %s", i, k, fast[i], slow[i])
                        .isEqualTo(Double.doubleToLongBits(slow[i]));
            }
        }
    }

    @Test
    void compiledAndInterpretedAreEqualToTheBit() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Graph graph = new Graph();
            int[] roots = grow(graph, random, 50 + 20 * seed);
            compare(graph, roots, random, 50);
        }
    }

    /** Far more than fits into one method: 64 kB. */
    @Test
    void largeGraphsAreCut() {
        Random random = new Random(99);
        Graph graph = new Graph();
        int[] roots = grow(graph, random, 60_000);
        compare(graph, roots, random, 3);
    }

    @Test
    void nothingNeededIsNothingComputed() {
        Graph graph = new Graph();
        for (int i = 0; i < 1000; i++) {
            graph.apply(Op.SIN, graph.apply(Op.ADD, graph.input(0), graph.constant(i)));
        }
        Program small = Compiler.compile(graph, new int[] {graph.input(1)});
        assertThat(small.bytes()).isLessThan(1000);
        double[] results = new double[1];
        small.newWorker().evaluate(new double[] {1, 7}, results);
        assertThat(results[0]).isEqualTo(7);
    }

    @Test
    void equalOperationsAreOne() {
        Graph graph = new Graph();
        int x = graph.input(0);
        int sine = graph.apply(Op.SIN, x);
        assertThat(graph.apply(Op.SIN, graph.input(0))).isEqualTo(sine);
        assertThat(graph.run(new Kernels.Dipole(), List.of(x))).isEqualTo(graph.run(new Kernels.Dipole(), List.of(x)));
        assertThat(graph.apply(Op.MULTIPLY, graph.zero, sine)).isEqualTo(graph.zero);
        assertThat(graph.isConstant(graph.apply(Op.EXP, graph.constant(2)))).isTrue();
    }

    @Test
    void evaluatingAllocatesNothing() {
        Graph graph = new Graph();
        int[] roots = grow(graph, new Random(5), 2000);
        Program.Worker worker = Compiler.compile(graph, roots).newWorker();
        double[] inputs = {0.3, 1.2, -0.7, 20, 5};
        double[] results = new double[roots.length];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long start = 0;
        for (int pass = 0; pass < 4000; pass++) {
            if (pass == 2000) {
                start = threads.getCurrentThreadAllocatedBytes();
            }
            worker.evaluate(inputs, results);
        }
        assertThat((threads.getCurrentThreadAllocatedBytes() - start) / 2000.0).isLessThan(1);
    }

    /** Two threads with a worker each share the code, not the numbers. */
    @Test
    void workersAreIndependent() throws InterruptedException {
        Graph graph = new Graph();
        int[] roots = grow(graph, new Random(7), 1500);
        Program program = Compiler.compile(graph, roots);
        double[][] results = new double[2][roots.length];
        double[][] again = new double[2][roots.length];
        double[][] inputs = {{1, 2, 3, 4, 5}, {-0.5, 0.25, 30, 1, 2}};
        program.newWorker().evaluate(inputs[0], results[0]);
        program.newWorker().evaluate(inputs[1], results[1]);
        Thread[] threads = new Thread[2];
        for (int t = 0; t < 2; t++) {
            int index = t;
            threads[t] = new Thread(() -> {
                Program.Worker worker = program.newWorker();
                for (int i = 0; i < 2000; i++) {
                    worker.evaluate(inputs[index], again[index]);
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(again[0]).containsExactly(results[0]);
        assertThat(again[1]).containsExactly(results[1]);
    }
}
