package thetascan.higgs;

import static thetascan.physics.StandardModel.ALPHA;
import static thetascan.physics.StandardModel.FERMI_CONSTANT;
import static thetascan.physics.StandardModel.MW_SQ;
import static thetascan.physics.StandardModel.MZ;
import static thetascan.physics.StandardModel.MZ_SQ;
import static thetascan.physics.StandardModel.M_MU;
import static thetascan.physics.StandardModel.M_TAU;

import thetascan.physics.HiggsReference;
import thetascan.physics.ScalarToVector;
import thetascan.physics.TwoBody;

/**
 * Partial widths [GeV] of all scalars, their sums and branching ratios. CP-even states: widths of a
 * Standard-Model-like Higgs boson times squared couplings; CP-odd and charged ones: Djouadi hep-ph/0503173, running
 * quark masses and QCD corrections; all: two-body decays with other scalars. The channels are those of
 * {@link DecayChannels}.
 */
public final class Widths {

    private static final double[] SM_125 = HiggsReference.decays125();
    private static final double LEPTONS = FERMI_CONSTANT / (4 * Math.sqrt(2) * Math.PI);
    private static final double PHOTONS =
            FERMI_CONSTANT * ALPHA * ALPHA / (128 * Math.sqrt(2) * Math.PI * Math.PI * Math.PI);
    private static final double Z_PHOTON =
            FERMI_CONSTANT * FERMI_CONSTANT * MW_SQ * ALPHA / (64 * Math.PI * Math.PI * Math.PI * Math.PI);

    /** Partial widths, index by {@link DecayChannels#first} and channel. */
    public final double[] partial;
    /** Their sums by state. */
    public final double[] total;
    /** Branching ratios, same index as {@link #partial}; a width that interference makes negative counts
     * as zero, here and in the sum. */
    public final double[] branching;

    private final boolean amplitudes;
    private final DecayChannels channels;
    private final int doublets;
    private final int pairs;
    private final int firstCharged;

    private final double[] reference = new double[HiggsReference.CHANNELS + 1];
    private final double[] standard = new double[AmplitudeWidths.EVEN_FUNCTIONS];
    private final double[] quarks = new double[QuarkWidths.FUNCTIONS];
    private final double[] work = new double[3];
    private final ChargedWidths charged;
    private final TopTriangle triangle;

    /**
     * Nothing is computed yet.
     *
     * @param sector   the scalars
     * @param channels their decays
     * @param source   of widths into Standard Model particles
     */
    public Widths(HiggsSector sector, DecayChannels channels, WidthSource source) {
        amplitudes = source == WidthSource.AMPLITUDES;
        this.channels = channels;
        doublets = sector.doublets();
        pairs = sector.pairs();
        firstCharged = sector.charged();
        partial = new double[channels.count()];
        branching = new double[channels.count()];
        total = new double[sector.count()];
        triangle = TopTriangle.of(source);
        charged = new ChargedWidths(
                sector, channels, amplitudes ? AmplitudeWidths.CHARGED_TABLE : QuarkWidths.CHARGED_TABLE);
    }

    /**
     * Computes all of them.
     *
     * @param s     masses of the point
     * @param c     its couplings
     * @param t     its trilinear couplings
     * @param loops its amplitudes
     */
    public void evaluate(Spectrum s, Couplings c, Trilinears t, LoopAmplitudes loops) {
        for (int j = 0; j < doublets; j++) {
            even(j, s, c, t, loops);
        }
        for (int k = 0; k < pairs; k++) {
            odd(k, s, c, t, loops);
        }
        for (int n = 0; n < pairs; n++) {
            charged.evaluate(n, s, c, t, partial);
        }
        for (int i = 0; i < total.length; i++) {
            normalise(i);
        }
    }

    private void even(int j, Spectrum s, Couplings c, Trilinears t, LoopAmplitudes loops) {
        int i = channels.first(j);
        if (j > 0 && amplitudes) {
            computed(j, i, s.mass[j], c, loops);
        } else {
            scaled(j, i, s.mass[j], c, loops);
        }
        scalars(j, i + DecayChannels.EVEN_SCALARS, s, c, t);
    }

    /** From those of a Standard-Model-like Higgs boson, which are always those of the observed one. */
    private void scaled(int j, int i, double m, Couplings c, LoopAmplitudes loops) {
        double[] sm = SM_125;
        if (j > 0) {
            HiggsReference.decays(m, reference);
            sm = reference;
        }
        double width = sm[HiggsReference.WIDTH];
        double up = width * c.kappaU[j] * c.kappaU[j];
        double down = width * c.kappaD[j];
        double bottom =
                TopTriangle.notNegative(down * TopTriangle.overDown(triangle.bottom(), c.kappaD[j], c.kappaU[j]));
        double strange =
                TopTriangle.notNegative(down * TopTriangle.overDown(triangle.strange(), c.kappaD[j], c.kappaU[j]));
        double lepton = width * c.kappaL[j] * c.kappaL[j];
        double vector = width * c.kappaV[j] * c.kappaV[j];
        partial[i + DecayChannels.EVEN_BB] = sm[HiggsReference.BB] * bottom;
        partial[i + DecayChannels.EVEN_SS] = sm[HiggsReference.SS] * strange;
        partial[i + DecayChannels.EVEN_CC] = sm[HiggsReference.CC] * up;
        partial[i + DecayChannels.EVEN_TT] = sm[HiggsReference.TT] * up;
        partial[i + DecayChannels.EVEN_TAUTAU] = sm[HiggsReference.TAUTAU] * lepton;
        partial[i + DecayChannels.EVEN_MUMU] = sm[HiggsReference.MUMU] * lepton;
        partial[i + DecayChannels.EVEN_WW] = sm[HiggsReference.WW] * vector;
        partial[i + DecayChannels.EVEN_ZZ] = sm[HiggsReference.ZZ] * vector;
        partial[i + DecayChannels.EVEN_GG] = sm[HiggsReference.GG] * width * loops.gluonRatio[j];
        partial[i + DecayChannels.EVEN_GAMGAM] = sm[HiggsReference.GAMGAM] * width * loops.photonRatio[j];
        partial[i + DecayChannels.EVEN_ZGAM] = sm[HiggsReference.ZGAM] * width * loops.zPhotonRatio[j];
    }

    private void computed(int j, int i, double m, Couplings c, LoopAmplitudes loops) {
        AmplitudeWidths.EVEN_TABLE.at(m, standard);
        double up = c.kappaU[j];
        double down = c.kappaD[j];
        double lepton2 = c.kappaL[j] * c.kappaL[j];
        double vector = c.kappaV[j] * c.kappaV[j];
        partial[i + DecayChannels.EVEN_BB] = TopTriangle.notNegative(
                down * (down * standard[AmplitudeWidths.BB_DOWN_SQ] + up * standard[AmplitudeWidths.BB_DOWN_UP]));
        partial[i + DecayChannels.EVEN_SS] = TopTriangle.notNegative(
                down * (down * standard[AmplitudeWidths.SS_DOWN_SQ] + up * standard[AmplitudeWidths.SS_DOWN_UP]));
        partial[i + DecayChannels.EVEN_CC] = up * up * standard[AmplitudeWidths.CC];
        partial[i + DecayChannels.EVEN_TT] = up * up * standard[AmplitudeWidths.EVEN_TT];
        partial[i + DecayChannels.EVEN_TAUTAU] =
                lepton2 * LEPTONS * fermionPair(m, M_TAU) * (1 - 4 * M_TAU * M_TAU / (m * m));
        partial[i + DecayChannels.EVEN_MUMU] = lepton2 * LEPTONS * fermionPair(m, M_MU);
        partial[i + DecayChannels.EVEN_GG] = standard[AmplitudeWidths.EVEN_GG] * LoopAmplitudes.square(loops.gluon, j);
        partial[i + DecayChannels.EVEN_GAMGAM] = PHOTONS * m * m * m * LoopAmplitudes.square(loops.photon, j);
        AmplitudeWidths.VECTOR_TABLE.at(m, standard);
        partial[i + DecayChannels.EVEN_WW] = vector * standard[AmplitudeWidths.WW];
        partial[i + DecayChannels.EVEN_ZZ] = vector * standard[AmplitudeWidths.ZZ];
        partial[i + DecayChannels.EVEN_ZGAM] = zPhoton(m, LoopAmplitudes.square(loops.zPhoton, j));
    }

    private static double zPhoton(double m, double amplitudeSq) {
        double m3 = m * m * m;
        double opening = 1 - MZ_SQ / (m * m);
        return m > MZ ? Z_PHOTON * m3 * opening * opening * opening * amplitudeSq : 0;
    }

    /** Decays of h_j with other scalars. */
    private void scalars(int j, int first, Spectrum s, Couplings c, Trilinears t) {
        double m = s.mass[j];
        int i = first;
        for (int a = 0; a < doublets; a++) {
            for (int b = a; b < doublets; b++) {
                if (a != j && b != j) partial[i++] = pair(m, s.mass[a], s.mass[b], t.hhh(j, a, b), a == b);
            }
        }
        for (int k = 0; k < pairs; k++) {
            for (int l = k; l < pairs; l++) {
                partial[i++] = pair(m, s.mass[doublets + k], s.mass[doublets + l], t.hAA(j, k, l), k == l);
            }
        }
        for (int k = 0; k < pairs; k++) {
            partial[i++] = ScalarToVector.Z.width(m, s.mass[doublets + k], c.zhA[pairs * j + k], work);
        }
        for (int n = 0; n < pairs; n++) {
            partial[i++] = 2 * ScalarToVector.W.width(m, s.mass[firstCharged + n], c.whC[pairs * j + n], work);
        }
        for (int n = 0; n < pairs; n++) {
            double charged = s.mass[firstCharged + n];
            partial[i++] = TwoBody.scalars(m, charged, charged, t.hCC(j, n, n));
        }
        for (int n = 0; n < pairs; n++) {
            for (int l = n + 1; l < pairs; l++) {
                partial[i++] =
                        2 * TwoBody.scalars(m, s.mass[firstCharged + n], s.mass[firstCharged + l], t.hCC(j, n, l));
            }
        }
    }

    private static double pair(double m, double m1, double m2, double coupling, boolean same) {
        double width = TwoBody.scalars(m, m1, m2, coupling);
        return same ? 0.5 * width : width;
    }

    private void odd(int k, Spectrum s, Couplings c, Trilinears t, LoopAmplitudes loops) {
        int state = doublets + k;
        double m = s.mass[state];
        double m3 = m * m * m;
        double up = c.oddU[k];
        double down = c.oddD[k];
        double lepton2 = c.oddL[k] * c.oddL[k];
        QuarkWidths.ODD_TABLE.at(m, quarks);
        int i = channels.first(state);
        partial[i + DecayChannels.ODD_BB] =
                down * (down * quarks[QuarkWidths.BB_DOWN_SQ] + up * quarks[QuarkWidths.BB_DOWN_UP]);
        partial[i + DecayChannels.ODD_CC] = up * up * quarks[QuarkWidths.CC_UP_SQ];
        partial[i + DecayChannels.ODD_SS] = down * down * quarks[QuarkWidths.SS_DOWN_SQ];
        partial[i + DecayChannels.ODD_TT] = up * up * quarks[QuarkWidths.TT];
        partial[i + DecayChannels.ODD_TAUTAU] = lepton2 * LEPTONS * fermionPair(m, M_TAU);
        partial[i + DecayChannels.ODD_MUMU] = lepton2 * LEPTONS * fermionPair(m, M_MU);
        partial[i + DecayChannels.ODD_GG] = quarks[QuarkWidths.GG] * loops.oddGluonSq[k];
        partial[i + DecayChannels.ODD_GAMGAM] = PHOTONS * m3 * loops.oddPhotonSq[k];
        partial[i + DecayChannels.ODD_ZGAM] = zPhoton(m, loops.oddZPhotonSq[k]);
        if (amplitudes) {
            AmplitudeWidths.ODD_TABLE.at(m, standard);
            partial[i + DecayChannels.ODD_BB] = TopTriangle.notNegative(partial[i + DecayChannels.ODD_BB]);
            partial[i + DecayChannels.ODD_SS] = TopTriangle.notNegative(
                    partial[i + DecayChannels.ODD_SS] + down * up * standard[AmplitudeWidths.ODD_SS_DOWN_UP]);
            partial[i + DecayChannels.ODD_TT] = up * up * standard[AmplitudeWidths.ODD_TT];
            partial[i + DecayChannels.ODD_GG] = standard[AmplitudeWidths.ODD_GG] * loops.oddGluonSq[k];
        }

        i += DecayChannels.ODD_SCALARS;
        double[] mass = s.mass;
        for (int j = 0; j < doublets; j++) {
            partial[i++] = ScalarToVector.Z.width(m, mass[j], c.zhA[pairs * j + k], work);
        }
        for (int n = 0; n < pairs; n++) {
            partial[i++] = 2 * ScalarToVector.W.width(m, mass[firstCharged + n], c.wAC[pairs * k + n], work);
        }
        for (int l = 0; l < pairs; l++) {
            for (int j = 0; j < doublets && l != k; j++) {
                partial[i++] = TwoBody.scalars(m, mass[doublets + l], mass[j], t.hAA(j, k, l));
            }
        }
        for (int n = 0; n < pairs; n++) {
            for (int l = n + 1; l < pairs; l++) {
                partial[i++] = 2 * TwoBody.scalars(m, mass[firstCharged + n], mass[firstCharged + l], t.aCC(k, n, l));
            }
        }
    }

    /** m m_f² √(1 − 4m_f²/m²); zero below threshold. */
    private static double fermionPair(double mass, double fermionMass) {
        double ratio = 2 * fermionMass / mass;
        return ratio >= 1 ? 0 : mass * fermionMass * fermionMass * Math.sqrt(1 - ratio * ratio);
    }

    private void normalise(int state) {
        int first = channels.first(state);
        int end = channels.first(state + 1);
        double sum = 0;
        for (int i = first; i < end; i++) {
            sum += Math.max(0, partial[i]);
        }
        total[state] = sum;
        double inverse = sum > 0 ? 1 / sum : 0;
        for (int i = first; i < end; i++) {
            branching[i] = Math.max(0, partial[i] * inverse);
        }
    }
}
