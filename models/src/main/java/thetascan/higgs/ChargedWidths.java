package thetascan.higgs;

import static thetascan.physics.StandardModel.FERMI_CONSTANT;
import static thetascan.physics.StandardModel.MB;
import static thetascan.physics.StandardModel.MC;
import static thetascan.physics.StandardModel.M_MU;
import static thetascan.physics.StandardModel.M_TAU;
import static thetascan.physics.StandardModel.V_CB;
import static thetascan.physics.StandardModel.V_CD;
import static thetascan.physics.StandardModel.V_CS;
import static thetascan.physics.StandardModel.V_TB;
import static thetascan.physics.StandardModel.V_TS;
import static thetascan.physics.StandardModel.V_UB;
import static thetascan.physics.StandardModel.V_US;

import thetascan.physics.MassTable;
import thetascan.physics.ScalarToVector;
import thetascan.physics.TwoBody;

/**
 * Partial widths of the charged scalars. Djouadi hep-ph/0503173, eqs. (2.23)-(2.29): running quark masses in the
 * couplings, pole masses in the kinematics (strange: the running one; up, down and electron massless); the top and the
 * vector bosons may be virtual ({@link QuarkWidths}, {@link ScalarToVector}). Left out as negligible: td and eν.
 */
final class ChargedWidths {

    private static final double LEPTONS = FERMI_CONSTANT / (4 * Math.sqrt(2) * Math.PI);
    private static final double QUARKS = 3 * LEPTONS;

    private final double[] running = new double[QuarkWidths.CHARGED_FUNCTIONS];
    private final double[] work = new double[3];
    private final MassTable quarks;
    private final DecayChannels channels;
    private final int doublets;
    private final int pairs;
    private final int firstCharged;

    ChargedWidths(HiggsSector sector, DecayChannels channels, MassTable quarks) {
        this.quarks = quarks;
        this.channels = channels;
        doublets = sector.doublets();
        pairs = sector.pairs();
        firstCharged = sector.charged();
    }

    /** Fills the channels of C_n. */
    void evaluate(int n, Spectrum s, Couplings c, Trilinears t, double[] partial) {
        int state = firstCharged + n;
        int i = channels.first(state);
        double m = s.mass[state];
        fermions(m, c.x[n], c.y[n], c.z[n], partial, i);
        i += DecayChannels.CHARGED_SCALARS;
        double[] mass = s.mass;
        for (int j = 0; j < doublets; j++) {
            partial[i++] = ScalarToVector.W.width(m, mass[j], c.whC[pairs * j + n], work);
        }
        for (int k = 0; k < pairs; k++) {
            partial[i++] = ScalarToVector.W.width(m, mass[doublets + k], c.wAC[pairs * k + n], work);
        }
        for (int l = 0; l < pairs; l++) {
            if (l == n) continue;
            double other = mass[firstCharged + l];
            for (int j = 0; j < doublets; j++) {
                partial[i++] = TwoBody.scalars(m, other, mass[j], t.hCC(j, n, l));
            }
            for (int k = 0; k < pairs; k++) {
                partial[i++] = TwoBody.scalars(m, other, mass[doublets + k], t.aCC(k, n, l));
            }
        }
    }

    private void fermions(double m, double x, double y, double z, double[] partial, int first) {
        quarks.at(m, running);
        double qcd = running[QuarkWidths.QCD];
        double down = running[QuarkWidths.M_BOTTOM] * x;
        double strange = running[QuarkWidths.M_STRANGE];
        double charm = running[QuarkWidths.M_CHARM] * y;
        double strangeX = strange * x;
        partial[first + DecayChannels.CHARGED_TB] = V_TB * V_TB * top(QuarkWidths.TB, x, y);
        partial[first + DecayChannels.CHARGED_TS] = V_TS * V_TS * top(QuarkWidths.TS, x, y);
        partial[first + DecayChannels.CHARGED_CB] = V_CB * V_CB * quarks(m, charm, down, MC, MB, qcd);
        partial[first + DecayChannels.CHARGED_CS] = V_CS * V_CS * quarks(m, charm, strangeX, MC, strange, qcd);
        partial[first + DecayChannels.CHARGED_CD] = V_CD * V_CD * quarks(m, charm, 0, MC, 0, qcd);
        partial[first + DecayChannels.CHARGED_US] = V_US * V_US * quarks(m, 0, strangeX, 0, strange, qcd);
        partial[first + DecayChannels.CHARGED_UB] = V_UB * V_UB * quarks(m, 0, down, 0, MB, qcd);
        partial[first + DecayChannels.CHARGED_TAUNU] = lepton(m, z * M_TAU, M_TAU);
        partial[first + DecayChannels.CHARGED_MUNU] = lepton(m, z * M_MU, M_MU);
    }

    private double top(int at, double x, double y) {
        return y * y * running[at] + x * x * running[at + 1] + x * y * running[at + 2];
    }

    /** |V|⁻² Γ(C → u d̄) with the running masses times couplings, and the pole masses. */
    private static double quarks(double m, double up, double down, double upPole, double downPole, double qcd) {
        if (m <= upPole + downPole) {
            return 0;
        }
        double inverse = 1 / m;
        double r1 = upPole * inverse;
        double r2 = downPole * inverse;
        double x1 = r1 * r1;
        double x2 = r2 * r2;
        double couplings = (up * up + down * down) * (1 - x1 - x2) - 4 * r1 * r2 * up * down;
        return QUARKS * m * Math.sqrt(TwoBody.kallen(x1, x2)) * couplings * qcd;
    }

    private static double lepton(double m, double coupling, double mass) {
        double r = mass / m;
        double opening = 1 - r * r;
        return LEPTONS * m * coupling * coupling * opening * opening;
    }
}
