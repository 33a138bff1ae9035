package thetascan.z3hdm;

import java.util.List;
import thetascan.model.Reference;

/** The publications behind the model, its formulas and its numbers. */
final class Z3References {

    static final List<Reference> ALL = List.of(
            new Reference(
                    "Boto:2021qgu",
                    "R. Boto, J. C. Romao, J. P. Silva, Current bounds on the type-Z Z3 three-Higgs-doublet model,"
                            + " Phys. Rev. D 104 (2021) 095006",
                    "arXiv:2106.11977"),
            new Reference(
                    "Romao:2024gjx",
                    "M. Crispim Romao, J. C. Romao, Combining evolutionary strategies and novelty detection to go"
                            + " beyond the alignment limit of the Z3 3HDM, Phys. Rev. D 109 (2024) 095040",
                    "arXiv:2402.07661"),
            new Reference(
                    "Grimus:2008nb",
                    "W. Grimus, L. Lavoura, O. M. Ogreid, P. Osland, The oblique parameters in multi-Higgs-doublet"
                            + " models, Nucl. Phys. B 801 (2008) 81",
                    "arXiv:0802.4353"),
            new Reference(
                    "Djouadi:2005gi",
                    "A. Djouadi, The anatomy of electro-weak symmetry breaking I, Phys. Rept. 457 (2008) 1",
                    "arXiv:hep-ph/0503172"),
            new Reference(
                    "Djouadi:2005gj",
                    "A. Djouadi, The anatomy of electro-weak symmetry breaking II, Phys. Rept. 459 (2008) 1",
                    "arXiv:hep-ph/0503173"),
            new Reference(
                    "Borzumati:1998tg",
                    "F. Borzumati, C. Greub, Two Higgs doublet model predictions for B -> X_s gamma in NLO QCD,"
                            + " Phys. Rev. D 58 (1998) 074004",
                    "arXiv:hep-ph/9802391"),
            new Reference(
                    "LHCHiggsCrossSectionWorkingGroup:2016ypw",
                    "LHC Higgs Cross Section Working Group, Handbook of LHC Higgs cross sections 4, CERN-2017-002",
                    "arXiv:1610.07922"),
            new Reference(
                    "Baak:2014ora",
                    "M. Baak et al., The global electroweak fit at NNLO and prospects for the LHC and ILC,"
                            + " Eur. Phys. J. C 74 (2014) 3046",
                    "arXiv:1407.3792"),
            new Reference(
                    "ATLAS:2022vkf",
                    "ATLAS Collaboration, A detailed map of Higgs boson interactions by the ATLAS experiment ten"
                            + " years after the discovery, Nature 607 (2022) 52",
                    "arXiv:2207.00092"),
            new Reference(
                    "Bechtle:2020pkv",
                    "P. Bechtle et al., HiggsBounds-5: testing Higgs sectors in the LHC 13 TeV era,"
                            + " Eur. Phys. J. C 80 (2020) 1211",
                    "arXiv:2006.06007"));

    private Z3References() {}
}
