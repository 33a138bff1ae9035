package thetascan.twohdm;

import java.util.Locale;
import thetascan.higgs.Couplings;
import thetascan.higgs.HiggsSector;

/**
 * Which doublet gives mass to what: φ₂ to up-type quarks, φ₁ or φ₂ to the others. V. D. Barger, J. L. Hewett, R. J. N. Phillips, Phys. Rev. D 41
 * (1990) 3421.
 */
public enum YukawaType {
    /** φ₂ to all. */
    I(2, 2),
    /** φ₁ to down-type quarks and leptons. */
    II(1, 1),
    /** Lepton-specific: φ₁ to leptons. */
    X(2, 1),
    /** Flipped: φ₁ to down-type quarks. */
    Y(1, 2);

    private final int down;
    private final int lepton;

    YukawaType(int down, int lepton) {
        this.down = down;
        this.lepton = lepton;
    }

    Couplings couplings(HiggsSector sector) {
        return new Couplings(sector, 1, down - 1, lepton - 1);
    }

    /** Name of the model of this type. */
    String modelName() {
        return "2hdm:type-" + name().toLowerCase(Locale.ROOT);
    }
}
