package thetascan.z3hdm;

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
 * Partial widths [GeV] of all seven scalars, their sums and branching ratios. CP-even states: widths of a
 * Standard-Model-like Higgs boson times squared couplings; CP-odd and charged ones: Djouadi hep-ph/0503173, running
 * quark masses and QCD corrections; all: two-body decays with other scalars. The channels are those of
 * {@link DecayChannels}.
 */
final class Widths {

    private static final double[] SM_125 = HiggsReference.decays125();
    private static final double LEPTONS = FERMI_CONSTANT / (4 * Math.sqrt(2) * Math.PI);
    private static final double PHOTONS =
            FERMI_CONSTANT * ALPHA * ALPHA / (128 * Math.sqrt(2) * Math.PI * Math.PI * Math.PI);
    private static final double Z_PHOTON =
            FERMI_CONSTANT * FERMI_CONSTANT * MW_SQ * ALPHA / (64 * Math.PI * Math.PI * Math.PI * Math.PI);

    /** Partial widths, index by {@link DecayChannels#first} and channel. */
    final double[] partial = new double[DecayChannels.COUNT];
    /** Their sums by state. */
    final double[] total = new double[Scalars.COUNT];
    /** Branching ratios, same index as {@link #partial}; a width that interference makes negative counts
     * as zero, here and in the sum. */
    final double[] branching = new double[DecayChannels.COUNT];

    private final double[] reference = new double[HiggsReference.CHANNELS + 1];
    private final double[] quarks = new double[QuarkWidths.FUNCTIONS];
    private final double[] work = new double[3];
    private final ChargedWidths charged = new ChargedWidths();

    void evaluate(Spectrum s, Couplings c, Trilinears t, LoopAmplitudes loops) {
        for (int j = 0; j < 3; j++) {
            even(j, s, c, t, loops);
        }
        for (int k = 0; k < 2; k++) {
            odd(k, s, c, t, loops);
        }
        for (int n = 0; n < 2; n++) {
            charged.evaluate(n, s, c, t, partial);
        }
        for (int i = 0; i < Scalars.COUNT; i++) {
            normalise(i);
        }
    }

    private void even(int j, Spectrum s, Couplings c, Trilinears t, LoopAmplitudes loops) {
        double m = s.mass[j];
        double[] sm = SM_125;
        if (j > 0) {
            HiggsReference.decays(m, reference);
            sm = reference;
        }
        double width = sm[HiggsReference.WIDTH];
        double up = width * c.kappaU[j] * c.kappaU[j];
        double down = width * c.kappaD[j] * c.kappaD[j];
        double lepton = width * c.kappaL[j] * c.kappaL[j];
        double vector = width * c.kappaV[j] * c.kappaV[j];
        int i = DecayChannels.first(j);
        partial[i + DecayChannels.EVEN_BB] = sm[HiggsReference.BB] * down;
        partial[i + DecayChannels.EVEN_SS] = sm[HiggsReference.SS] * down;
        partial[i + DecayChannels.EVEN_CC] = sm[HiggsReference.CC] * up;
        partial[i + DecayChannels.EVEN_TT] = sm[HiggsReference.TT] * up;
        partial[i + DecayChannels.EVEN_TAUTAU] = sm[HiggsReference.TAUTAU] * lepton;
        partial[i + DecayChannels.EVEN_MUMU] = sm[HiggsReference.MUMU] * lepton;
        partial[i + DecayChannels.EVEN_WW] = sm[HiggsReference.WW] * vector;
        partial[i + DecayChannels.EVEN_ZZ] = sm[HiggsReference.ZZ] * vector;
        partial[i + DecayChannels.EVEN_GG] = sm[HiggsReference.GG] * width * loops.gluonRatio[j];
        partial[i + DecayChannels.EVEN_GAMGAM] = sm[HiggsReference.GAMGAM] * width * loops.photonRatio[j];
        partial[i + DecayChannels.EVEN_ZGAM] = sm[HiggsReference.ZGAM] * width * loops.zPhotonRatio[j];

        int other1 = j == 0 ? 1 : 0;
        int other2 = j == 2 ? 1 : 2;
        double[] mass = s.mass;
        partial[i + DecayChannels.EVEN_HH] =
                0.5 * TwoBody.scalars(m, mass[other1], mass[other1], t.hhh(j, other1, other1));
        partial[i + DecayChannels.EVEN_HH + 1] =
                TwoBody.scalars(m, mass[other1], mass[other2], t.hhh(j, other1, other2));
        partial[i + DecayChannels.EVEN_HH + 2] =
                0.5 * TwoBody.scalars(m, mass[other2], mass[other2], t.hhh(j, other2, other2));
        double a1 = mass[Scalars.A1];
        double a2 = mass[Scalars.A2];
        partial[i + DecayChannels.EVEN_AA] = 0.5 * TwoBody.scalars(m, a1, a1, t.hAA[3 * j]);
        partial[i + DecayChannels.EVEN_AA + 1] = TwoBody.scalars(m, a1, a2, t.hAA[3 * j + 1]);
        partial[i + DecayChannels.EVEN_AA + 2] = 0.5 * TwoBody.scalars(m, a2, a2, t.hAA[3 * j + 2]);
        double c1 = mass[Scalars.C1];
        double c2 = mass[Scalars.C2];
        for (int k = 0; k < 2; k++) {
            partial[i + DecayChannels.EVEN_ZA + k] =
                    ScalarToVector.Z.width(m, mass[Scalars.A1 + k], c.zhA[2 * j + k], work);
            partial[i + DecayChannels.EVEN_WC + k] =
                    2 * ScalarToVector.W.width(m, mass[Scalars.C1 + k], c.whC[2 * j + k], work);
        }
        partial[i + DecayChannels.EVEN_CC_SAME] = TwoBody.scalars(m, c1, c1, t.hCC[3 * j]);
        partial[i + DecayChannels.EVEN_CC_SAME + 1] = TwoBody.scalars(m, c2, c2, t.hCC[3 * j + 2]);
        partial[i + DecayChannels.EVEN_C1C2] = 2 * TwoBody.scalars(m, c1, c2, t.hCC[3 * j + 1]);
    }

    private void odd(int k, Spectrum s, Couplings c, Trilinears t, LoopAmplitudes loops) {
        int state = Scalars.A1 + k;
        double m = s.mass[state];
        double m3 = m * m * m;
        double up = c.oddU[k];
        double down = c.oddD[k];
        double lepton2 = c.oddL[k] * c.oddL[k];
        QuarkWidths.ODD_TABLE.at(m, quarks);
        int i = DecayChannels.first(state);
        partial[i + DecayChannels.ODD_BB] =
                down * (down * quarks[QuarkWidths.BB_DOWN_SQ] + up * quarks[QuarkWidths.BB_DOWN_UP]);
        partial[i + DecayChannels.ODD_CC] = up * up * quarks[QuarkWidths.CC_UP_SQ];
        partial[i + DecayChannels.ODD_SS] = down * down * quarks[QuarkWidths.SS_DOWN_SQ];
        partial[i + DecayChannels.ODD_TT] = up * up * quarks[QuarkWidths.TT];
        partial[i + DecayChannels.ODD_TAUTAU] = lepton2 * LEPTONS * fermionPair(m, M_TAU);
        partial[i + DecayChannels.ODD_MUMU] = lepton2 * LEPTONS * fermionPair(m, M_MU);
        partial[i + DecayChannels.ODD_GG] = quarks[QuarkWidths.GG] * loops.oddGluonSq[k];
        partial[i + DecayChannels.ODD_GAMGAM] = PHOTONS * m3 * loops.oddPhotonSq[k];
        double opening = 1 - MZ_SQ / (m * m);
        partial[i + DecayChannels.ODD_ZGAM] =
                m > MZ ? Z_PHOTON * m3 * opening * opening * opening * loops.oddZPhotonSq[k] : 0;

        double[] mass = s.mass;
        int otherOdd = Scalars.A1 + 1 - k;
        for (int j = 0; j < 3; j++) {
            partial[i + DecayChannels.ODD_ZH + j] = ScalarToVector.Z.width(m, mass[j], c.zhA[2 * j + k], work);
            partial[i + DecayChannels.ODD_AH + j] = TwoBody.scalars(m, mass[otherOdd], mass[j], t.hAA[3 * j + 1]);
        }
        for (int n = 0; n < 2; n++) {
            partial[i + DecayChannels.ODD_WC + n] =
                    2 * ScalarToVector.W.width(m, mass[Scalars.C1 + n], c.wAC[2 * k + n], work);
        }
        partial[i + DecayChannels.ODD_C1C2] = 2 * TwoBody.scalars(m, mass[Scalars.C1], mass[Scalars.C2], t.aCC[k]);
    }

    /** m m_f² √(1 − 4m_f²/m²); zero below threshold. */
    private static double fermionPair(double mass, double fermionMass) {
        double ratio = 2 * fermionMass / mass;
        return ratio >= 1 ? 0 : mass * fermionMass * fermionMass * Math.sqrt(1 - ratio * ratio);
    }

    private void normalise(int state) {
        int first = DecayChannels.first(state);
        int end = DecayChannels.first(state + 1);
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
