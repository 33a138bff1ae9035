package thetascan.lepton;

import org.jspecify.annotations.Nullable;
import thetascan.physics.ComplexMatrix;

/** Contracts a Z vertex of internal states with the couplings of the external leptons. */
final class ZVertex {

    private static final double LOOP = 1 / (16 * Math.PI * Math.PI);

    private ZVertex() {}

    /**
     * Adds (1/16π²) Σ_ij B*_{jβ} vertex_ij A_{iα} for the three transitions α → β to one row of {@code out} and of {@code other}.
     *
     * @param vertex n × n; first index at l_α, second at l_β
     * @param b      couplings of l_β, n × 3
     * @param a      couplings of l_α, n × 3
     * @param image  working row of length n
     */
    static void add(
            ComplexMatrix vertex,
            ComplexMatrix b,
            ComplexMatrix a,
            ComplexMatrix image,
            int row,
            ComplexMatrix out,
            @Nullable ComplexMatrix other) {
        int n = vertex.rows;
        for (int transition = 0; transition < 3; transition++) {
            int al = LeptonAmplitudes.TRANSITIONS[transition][0];
            int be = LeptonAmplitudes.TRANSITIONS[transition][1];
            if (transition != 2) { // τ → e and τ → μ share the image of τ
                apply(vertex, a, al, image);
            }
            double re = 0;
            double im = 0;
            for (int j = 0; j < n; j++) {
                double x = b.re[3 * j + be];
                double y = b.im[3 * j + be];
                re += x * image.re[j] + y * image.im[j];
                im += x * image.im[j] - y * image.re[j];
            }
            out.add(row, transition, LOOP * re, LOOP * im);
            if (other != null) {
                other.add(row, transition, LOOP * re, LOOP * im);
            }
        }
    }

    private static void apply(ComplexMatrix vertex, ComplexMatrix a, int flavour, ComplexMatrix image) {
        int n = vertex.rows;
        for (int j = 0; j < n; j++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < n; i++) {
                int ij = i * n + j;
                double x = a.re[3 * i + flavour];
                double y = a.im[3 * i + flavour];
                re += vertex.re[ij] * x - vertex.im[ij] * y;
                im += vertex.re[ij] * y + vertex.im[ij] * x;
            }
            image.set(0, j, re, im);
        }
    }
}
