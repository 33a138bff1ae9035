package thetascan.formula.bytecode;

import static org.objectweb.asm.Opcodes.AALOAD;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.BIPUSH;
import static org.objectweb.asm.Opcodes.DADD;
import static org.objectweb.asm.Opcodes.DALOAD;
import static org.objectweb.asm.Opcodes.DASTORE;
import static org.objectweb.asm.Opcodes.DDIV;
import static org.objectweb.asm.Opcodes.DLOAD;
import static org.objectweb.asm.Opcodes.DMUL;
import static org.objectweb.asm.Opcodes.DNEG;
import static org.objectweb.asm.Opcodes.DSTORE;
import static org.objectweb.asm.Opcodes.DSUB;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.RETURN;
import static org.objectweb.asm.Opcodes.SIPUSH;
import static org.objectweb.asm.Opcodes.V17;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.Graph.Node;
import thetascan.formula.graph.Kernel;
import thetascan.formula.graph.KernelKind;
import thetascan.formula.graph.Op;
import thetascan.formula.syntax.FormulaException;

/**
 * Makes a hidden class of a graph. Each node that is needed is computed once, in the order of the graph, by straight code without
 * branches. The code is cut into methods far smaller than the virtual machine allows (64 kB) and than its compiler takes (8 kB of
 * bytecode): what a later method needs waits in an array.
 */
public final class Compiler {

    /** Bytecode a method may have, about; beyond some thousands the just-in-time compiler stops to inline calls. */
    private static final int METHOD_BYTES = 2500;
    /** Most inputs of a kernel or results are written by a method of their own. */
    private static final int LARGEST_NODE = 20;

    private static final String CODE = Type.getInternalName(Program.Code.class);
    private static final String KERNEL = Type.getInternalName(Kernel.class);
    private static final String NAME = CODE.substring(0, CODE.lastIndexOf('/')) + "/Formulas";
    private static final String DESCRIPTOR = Type.getMethodDescriptor(
            Type.VOID_TYPE,
            Type.getType(double[].class),
            Type.getType(double[].class),
            Type.getType(double[].class),
            Type.getType(Kernel[].class));

    private static final int INPUTS = 0;
    private static final int RESULTS = 1;
    private static final int SLOTS = 2;
    private static final int KERNELS = 3;
    private static final int FIRST_LOCAL = 4;

    private final Graph graph;
    private final int[] roots;
    private final boolean[] needed;
    private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final List<KernelKind> kernels = new ArrayList<>();
    /** Position of a kernel among {@link #kernels}, by node. */
    private final int[] kernel;
    /** Method in which a node is computed. */
    private final int[] home;
    /** Slot of a node that a later method reads, or −1. */
    private final int[] slot;
    /** Local variable of a node in the method being written, or −1. */
    private final int[] local;

    private int slots;

    private Compiler(Graph graph, int[] roots) {
        this.graph = graph;
        this.roots = roots.clone();
        needed = graph.needed(roots);
        int n = graph.size();
        kernel = new int[n];
        home = new int[n];
        slot = new int[n];
        local = new int[n];
        Arrays.fill(slot, -1);
    }

    /**
     * Compiles the computation of some nodes.
     *
     * @param graph holds the nodes
     * @param roots nodes whose values are wanted, in this order
     * @return a program whose results are these values
     */
    public static Program compile(Graph graph, int[] roots) {
        return new Compiler(graph, roots).compile();
    }

    private Program compile() {
        List<int[]> parts = parts();
        int outputs = (roots.length + METHOD_BYTES / LARGEST_NODE - 1) / (METHOD_BYTES / LARGEST_NODE);
        findSlots(parts.size());
        writer.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER, NAME, null, "java/lang/Object", new String[] {CODE});
        constructor();
        for (int i = 0; i < parts.size(); i++) {
            part(i, parts.get(i));
        }
        for (int i = 0; i < outputs; i++) {
            int size = METHOD_BYTES / LARGEST_NODE;
            results(parts.size() + i, i * size, Math.min(roots.length, (i + 1) * size));
        }
        entry(parts.size() + outputs);
        writer.visitEnd();
        byte[] bytes = bytes();
        return new Program(define(bytes), slots, kernels, bytes.length);
    }

    private byte[] bytes() {
        try {
            return writer.toByteArray();
        } catch (ClassTooLargeException | MethodTooLargeException e) {
            throw new FormulaException(
                    "the formulas are too large for one class of the Java virtual machine: " + e.getMessage());
        }
    }

    private static Program.Code define(byte[] bytes) {
        try {
            return (Program.Code) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("compiled formulas cannot be loaded: " + e, e);
        }
    }

    // ---- cutting into methods

    private List<int[]> parts() {
        List<int[]> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < graph.size(); i++) {
            if (!needed[i] || graph.isConstant(i)) {
                continue;
            }
            int size = bytes(i);
            if (bytes + size > METHOD_BYTES && !part.isEmpty()) {
                parts.add(part.stream().mapToInt(Integer::intValue).toArray());
                part.clear();
                bytes = 0;
            }
            home[i] = parts.size();
            part.add(i);
            bytes += size;
        }
        parts.add(part.stream().mapToInt(Integer::intValue).toArray());
        return parts;
    }

    /** At most, about. */
    private int bytes(int node) {
        return graph.node(node) instanceof Node.Run run ? 10 + 14 * run.inputs().size() : LARGEST_NODE;
    }

    /** Gives a slot to what is read outside its method; results are written by methods after all parts. */
    private void findSlots(int parts) {
        for (int i = 0; i < graph.size(); i++) {
            if (needed[i]) {
                for (int operand : graph.operands(i)) {
                    keep(operand, home[i]);
                }
            }
        }
        for (int root : roots) {
            keep(root, parts);
        }
    }

    private void keep(int node, int reader) {
        boolean isNumber = !graph.isConstant(node) && !(graph.node(node) instanceof Node.Run);
        if (isNumber && home[node] != reader && slot[node] < 0 && !(graph.node(node) instanceof Node.Input)) {
            slot[node] = slots++;
        }
    }

    // ---- writing

    private void constructor() {
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        code.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        end(code);
    }

    /** Calls the methods in their order. */
    private void entry(int methods) {
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, "evaluate", DESCRIPTOR, null, null);
        code.visitCode();
        for (int i = 0; i < methods; i++) {
            for (int argument = 1; argument <= FIRST_LOCAL; argument++) {
                code.visitVarInsn(ALOAD, argument);
            }
            code.visitMethodInsn(INVOKESTATIC, NAME, "part" + i, DESCRIPTOR, false);
        }
        end(code);
    }

    private MethodVisitor begin(int number) {
        Arrays.fill(local, -1);
        MethodVisitor code = writer.visitMethod(ACC_PRIVATE | ACC_STATIC, "part" + number, DESCRIPTOR, null, null);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code) {
        code.visitInsn(RETURN);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void part(int number, int[] nodes) {
        MethodVisitor code = begin(number);
        int free = FIRST_LOCAL;
        for (int node : nodes) {
            if (graph.node(node) instanceof Node.Run run) {
                run(code, node, run, free++);
                continue;
            }
            compute(code, node);
            code.visitVarInsn(DSTORE, free);
            local[node] = free;
            free += 2;
            if (slot[node] >= 0) {
                code.visitVarInsn(ALOAD, SLOTS);
                number(code, slot[node]);
                code.visitVarInsn(DLOAD, local[node]);
                code.visitInsn(DASTORE);
            }
        }
        end(code);
    }

    private void results(int number, int from, int to) {
        MethodVisitor code = begin(number);
        for (int i = from; i < to; i++) {
            code.visitVarInsn(ALOAD, RESULTS);
            number(code, i);
            load(code, roots[i]);
            code.visitInsn(DASTORE);
        }
        end(code);
    }

    /** Leaves the value of a node on the stack. */
    private void compute(MethodVisitor code, int number) {
        Node node = graph.node(number);
        if (node instanceof Node.Input input) {
            input(code, input);
        } else if (node instanceof Node.Result result) {
            field(code, result.run(), "out");
            number(code, result.index());
            code.visitInsn(DALOAD);
        } else {
            Node.Apply apply = (Node.Apply) node;
            for (int operand : graph.operands(number)) {
                load(code, operand);
            }
            operation(code, apply.op());
        }
    }

    private static void operation(MethodVisitor code, Op op) {
        if (op.isInstruction()) {
            code.visitInsn(
                    switch (op.method()) {
                        case "+" -> DADD;
                        case "-" -> DSUB;
                        case "*" -> DMUL;
                        case "/" -> DDIV;
                        case "neg" -> DNEG;
                        default -> throw new IllegalStateException("no instruction for " + op);
                    });
            return;
        }
        String descriptor = "(" + "D".repeat(op.arity()) + ")D";
        code.visitMethodInsn(INVOKESTATIC, Type.getInternalName(op.owner()), op.method(), descriptor, false);
    }

    /** @param array free local variable */
    private void run(MethodVisitor code, int node, Node.Run run, int array) {
        kernel[node] = kernels.size();
        kernels.add(run.kind());
        field(code, node, "in");
        code.visitVarInsn(ASTORE, array);
        for (int i = 0; i < run.inputs().size(); i++) {
            code.visitVarInsn(ALOAD, array);
            number(code, i);
            load(code, run.inputs().get(i));
            code.visitInsn(DASTORE);
        }
        code.visitVarInsn(ALOAD, KERNELS);
        number(code, kernel[node]);
        code.visitInsn(AALOAD);
        code.visitMethodInsn(INVOKEVIRTUAL, KERNEL, "run", "()V", false);
    }

    private void field(MethodVisitor code, int node, String name) {
        code.visitVarInsn(ALOAD, KERNELS);
        number(code, kernel[node]);
        code.visitInsn(AALOAD);
        code.visitFieldInsn(GETFIELD, KERNEL, name, "[D");
    }

    private static void input(MethodVisitor code, Node.Input input) {
        code.visitVarInsn(ALOAD, INPUTS);
        number(code, input.index());
        code.visitInsn(DALOAD);
    }

    /** Puts a node on the stack that was computed before. */
    private void load(MethodVisitor code, int number) {
        Node node = graph.node(number);
        if (node instanceof Node.Constant constant) {
            code.visitLdcInsn(constant.value());
        } else if (local[number] >= 0) {
            code.visitVarInsn(DLOAD, local[number]);
        } else if (node instanceof Node.Input input) {
            input(code, input);
        } else {
            code.visitVarInsn(ALOAD, SLOTS);
            number(code, slot[number]);
            code.visitInsn(DALOAD);
        }
    }

    private static void number(MethodVisitor code, int value) {
        if (value <= Byte.MAX_VALUE) {
            code.visitIntInsn(BIPUSH, value);
        } else if (value <= Short.MAX_VALUE) {
            code.visitIntInsn(SIPUSH, value);
        } else {
            code.visitLdcInsn(value);
        }
    }
}
