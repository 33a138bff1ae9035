package thetascan.formula.meaning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thetascan.formula.graph.Graph;
import thetascan.formula.graph.KernelKind;
import thetascan.formula.graph.Kernels;
import thetascan.formula.graph.Op;
import thetascan.formula.meaning.Value.Array;
import thetascan.formula.meaning.Value.Parts;
import thetascan.formula.meaning.Value.Scalar;
import thetascan.formula.syntax.FormulaException;

/** Ways to diagonalise a matrix, by what its fields are. Values ascend; conventions stand with each. */
public enum Decomposition {
    /** Real scalars or any real symmetric matrix: O M Oᵀ = D. Members values, vectors (O). */
    SYMMETRIC,
    /** Complex scalars: U M U† = D. Members values, vectors (U). */
    HERMITIAN,
    /** Majorana fermions, −L = ½ ψᵀ M ψ: U* M U† = D ≥ 0 (Takagi). Members values, vectors (U). */
    MAJORANA,
    /** Dirac fermions, −L = ψ_Lᵀ M ψ_R: L* M R† = D ≥ 0. Members values, left (L), right (R). */
    DIRAC;

    private static final int LARGEST = 12;

    Parts of(Arithmetic a, Value value) {
        Array matrix = Matrices.square("diagonalise", value);
        int n = matrix.rows();
        if (matrix.isVector() || n > LARGEST) {
            throw new FormulaException(
                    "diagonalise goes up to " + LARGEST + " x " + LARGEST + ", found " + matrix.kind() + ".");
        }
        Array read = this == DIRAC ? matrix : symmetrised(a, matrix);
        List<Integer> inputs = new ArrayList<>();
        int reason = a.graph.zero;
        Unit unit = Unit.NUMBER;
        for (Scalar each : read.elements()) {
            a.needNumber(each, "diagonalise");
            if (!each.unit().fits(unit)) {
                throw new FormulaException(
                        "the elements of the matrix have the units " + unit + " and " + each.unit() + ".");
            }
            unit = each.unit().isGiven() ? each.unit() : unit.with(each.unit());
            reason = a.graph.apply(Op.OR, reason, each.reason());
            inputs.add(each.re());
        }
        if (this != SYMMETRIC) {
            read.elements().forEach(each -> inputs.add(each.im()));
        }
        KernelKind kind = kind(n);
        return parts(new Results(a.graph, a.graph.run(kind, inputs), reason, n), unit);
    }

    private KernelKind kind(int n) {
        return switch (this) {
            case SYMMETRIC -> new Kernels.Symmetric(n);
            case HERMITIAN -> new Kernels.Hermitian(n);
            case MAJORANA -> new Kernels.Majorana(n);
            case DIRAC -> new Kernels.Dirac(n);
        };
    }

    /** The upper triangle mirrored, so that one matrix written in two ways is one. */
    private Array symmetrised(Arithmetic a, Array matrix) {
        List<Scalar> elements = new ArrayList<>();
        int n = matrix.rows();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Scalar upper = matrix.at(Math.min(i, j), Math.max(i, j));
                checkMirror(a, matrix, i, j);
                if (this == SYMMETRIC && !a.isReal(upper)) {
                    throw new FormulaException(
                            "element [" + (i + 1) + ", " + (j + 1)
                                    + "] is complex: a real symmetric matrix is needed; types for complex ones are hermitian, majorana and dirac.");
                }
                elements.add(this == HERMITIAN && i > j ? a.conjugate(upper) : upper);
            }
        }
        return new Array(n, n, false, elements);
    }

    /** Numbers that are known show at once that a matrix is not what it should be. */
    private void checkMirror(Arithmetic a, Array matrix, int i, int j) {
        Scalar x = matrix.at(i, j);
        Scalar y = matrix.at(j, i);
        Scalar mirror = this == HERMITIAN ? a.conjugate(y) : y;
        if (a.isKnown(x)
                && a.isKnown(y)
                && (!same(a.graph, x.re(), mirror.re()) || !same(a.graph, x.im(), mirror.im()))) {
            throw new FormulaException("elements [" + (i + 1) + ", " + (j + 1) + "] and [" + (j + 1) + ", " + (i + 1)
                    + "] do not mirror each other: the matrix is not "
                    + (this == HERMITIAN ? "Hermitian." : "symmetric."));
        }
    }

    private static boolean same(Graph graph, int x, int y) {
        return x == y || graph.value(x) == graph.value(y);
    }

    private Parts parts(Results results, Unit unit) {
        int n = results.n;
        Map<String, Value> members = new LinkedHashMap<>();
        members.put("values", results.values(unit));
        switch (this) {
            case SYMMETRIC -> members.put("vectors", results.matrix(n, -1));
            case HERMITIAN, MAJORANA -> members.put("vectors", results.matrix(n, n + n * n));
            case DIRAC -> {
                members.put("left", results.matrix(n, n + n * n));
                members.put("right", results.matrix(n + 2 * n * n, n + 3 * n * n));
            }
        }
        return new Parts(members);
    }

    /** What a kernel gives, as arrays. */
    private record Results(Graph graph, int run, int reason, int n) {

        Array values(Unit unit) {
            List<Scalar> elements = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                elements.add(new Scalar(graph.result(run, i), graph.zero, reason, unit, false));
            }
            return new Array(n, 1, true, elements);
        }

        /** @param im position of the imaginary parts, or −1 */
        Array matrix(int re, int im) {
            List<Scalar> elements = new ArrayList<>();
            for (int k = 0; k < n * n; k++) {
                int imaginary = im < 0 ? graph.zero : graph.result(run, im + k);
                elements.add(new Scalar(graph.result(run, re + k), imaginary, reason, Unit.NUMBER, false));
            }
            return new Array(n, n, false, elements);
        }
    }
}
