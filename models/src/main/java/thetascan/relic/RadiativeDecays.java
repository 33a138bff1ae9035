package thetascan.relic;

import java.util.Arrays;
import java.util.stream.IntStream;
import thetascan.physics.GaussLegendre;
import thetascan.physics.Pdg2024;

/**
 * The width of a Majorana fermion into a lighter one and a photon by loops of a charged fermion ℓ and a charged scalar, masses exact. With
 * η⁺ N̄ᵢ(Lᵢ P_L + Rᵢ P_R)ℓ + h.c. the amplitude is e/(16π²) ū₁ iσ^μν q_ν ε_μ (a P_L − a* P_R) u₂, where loop and conjugate loop, whose charges are
 * opposite, add to
 *
 * <pre>
 * a = c m₂ I₂ − c* m₁ I₁ + d m_ℓ J     c = L₁L₂* − R₁*R₂, d = L₁R₂* − R₁*L₂
 * I₂ = ∫ s t (1 − t)/D, I₁ = ∫ (1 − s) t (1 − t)/D, J = ∫ (1 − t)/D over s and t from 0 to 1
 * D = (1 − t) m_ℓ² + t M² − t (1 − t) (s m₂² + (1 − s) m₁²), the photon at the fermion and at the scalar together
 * </pre>
 *
 * and Γ = α (m₂² − m₁²)³ |a|²/(512 π⁴ m₂³). One way round: L. Lavoura, Eur. Phys. J. C 29 (2003) 191, hep-ph/0302221; both, for neutralinos: H. E. Haber,
 * D. Wyler, Nucl. Phys. B 323 (1989) 267. Loops of W are not known here, so fermions that couple to it have no width. One thread.
 */
final class RadiativeDecays {

    /** Of t = u⁸, which reaches fermion masses of 1e-6 M. */
    private static final int NODES = 40;

    private static final int NODES_OF_S = 10;

    private final FeynmanRules rules;
    private final int from;
    private final int to;
    /** Of each loop the labels of fermion and scalar and the vertices with them of the lighter and the heavier fermion. */
    private final int[][] loops;

    private double aRe;
    private double aIm;
    /** m₂ I₂, m₁ I₁, m_ℓ J. */
    private final double[] integral = new double[3];

    /**
     * The loops of a pair.
     *
     * @param rules  written at least once
     * @param finder of their vertices
     * @param from   label of the one that decays
     * @param to     label of the other
     */
    RadiativeDecays(FeynmanRules rules, ProcessFinder finder, int from, int to) {
        this.rules = rules;
        this.from = from;
        this.to = to;
        Particles particles = rules.particles();
        boolean majorana = particles.isFermion(from)
                && particles.isFermion(to)
                && particles.anti(from) == from
                && particles.anti(to) == to;
        int[] labels = IntStream.range(0, particles.count()).toArray();
        boolean weak = Arrays.stream(labels)
                .filter(particles::isVector)
                .filter(vector -> particles.charge(vector) != 0)
                .anyMatch(vector -> Arrays.stream(labels)
                        .anyMatch(other -> finder.vertex(from, other, vector) != VertexIndex.NONE
                                || finder.vertex(to, other, vector) != VertexIndex.NONE));
        loops = !majorana || weak
                ? new int[0][]
                : Arrays.stream(labels)
                        .filter(fermion -> particles.isFermion(fermion) && particles.charge(fermion) < 0)
                        .boxed()
                        .flatMap(fermion -> Arrays.stream(labels)
                                .filter(scalar -> particles.spin(scalar) == Spin.SCALAR)
                                .mapToObj(scalar -> new int[] {
                                    fermion,
                                    scalar,
                                    finder.vertex(to, fermion, scalar),
                                    finder.vertex(from, fermion, scalar)
                                }))
                        .filter(loop -> loop[2] != VertexIndex.NONE && loop[3] != VertexIndex.NONE)
                        .toArray(int[][]::new);
    }

    /** {@return the width [GeV]; a loop whose particles are light enough to be decayed into, which beats any loop, is left out} */
    double width() {
        double m2 = rules.mass(from);
        double m1 = rules.mass(to);
        if (!(m2 > m1)) {
            return 0;
        }
        aRe = 0;
        aIm = 0;
        for (int[] loop : loops) {
            if (m2 < rules.mass(loop[0]) + rules.mass(loop[1])) {
                add(loop[2] >> 2, loop[3] >> 2, rules.mass(loop[0]), rules.mass(loop[1]), m2, m1);
            }
        }
        double difference = (m2 - m1) * (m2 + m1) / m2;
        return Pdg2024.ALPHA
                * difference
                * difference
                * difference
                * (aRe * aRe + aIm * aIm)
                / (512 * Math.pow(Math.PI, 4));
    }

    /** The loop of a fermion of mass m and a scalar of mass M. */
    private void add(int light, int heavy, double m, double scalar, double m2, double m1) {
        integrate(m, scalar, m2, m1);
        double cRe = re(light, 0, heavy, 0) - re(light, 1, heavy, 1);
        double cIm = im(light, 0, heavy, 0) + im(light, 1, heavy, 1);
        aRe += cRe * (integral[0] - integral[1]) + (re(light, 0, heavy, 1) - re(light, 1, heavy, 0)) * integral[2];
        aIm += cIm * (integral[0] + integral[1]) + (im(light, 0, heavy, 1) + im(light, 1, heavy, 0)) * integral[2];
    }

    /** Re of one part of a coupling times the conjugate of a part of another. */
    private double re(int first, int part, int second, int otherPart) {
        return rules.re(first, part) * rules.re(second, otherPart)
                + rules.im(first, part) * rules.im(second, otherPart);
    }

    private double im(int first, int part, int second, int otherPart) {
        return rules.im(first, part) * rules.re(second, otherPart)
                - rules.re(first, part) * rules.im(second, otherPart);
    }

    private void integrate(double m, double scalar, double m2, double m1) {
        GaussLegendre rule = GaussLegendre.of(NODES);
        GaussLegendre inner = GaussLegendre.of(NODES_OF_S);
        double fermionSquared = m * m;
        double scalarSquared = scalar * scalar;
        double heavy = 0;
        double light = 0;
        double flip = 0;
        for (int i = 0; i < NODES; i++) {
            double u = (1 + rule.node[i]) / 2;
            double u2 = u * u;
            double u4 = u2 * u2;
            double t = u4 * u4;
            double step = rule.weight[i] * 4 * u4 * u2 * u;
            for (int j = 0; j < NODES_OF_S; j++) {
                double share = (1 + inner.node[j]) / 2;
                double mass = share * m2 * m2 + (1 - share) * m1 * m1;
                double d = (1 - t) * fermionSquared + t * scalarSquared - t * (1 - t) * mass;
                double part = step * inner.weight[j] / 2 * (1 - t) / d;
                heavy += part * t * share;
                light += part * t * (1 - share);
                flip += part;
            }
        }
        integral[0] = m2 * heavy;
        integral[1] = m1 * light;
        integral[2] = m * flip;
    }
}
