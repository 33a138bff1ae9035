package thetascan.scotogenic;

import static thetascan.scotogenic.ReferencePoints.im;
import static thetascan.scotogenic.ReferencePoints.re;
import static thetascan.scotogenic.ReferencePoints.value;

import com.fasterxml.jackson.databind.JsonNode;
import thetascan.model.Model;
import thetascan.scotogenic.ReferencePoints.Point;
import thetascan.space.Parameter;
import thetascan.space.ParameterSpace;

/** Writes a reference point as the parameters of a model. */
public final class PointTheta {

    private final ParameterSpace space;
    private final double[] theta;

    private PointTheta(Model model) {
        space = model.parameters();
        theta = new double[space.size()];
        for (int i = 0; i < theta.length; i++) {
            Parameter parameter = space.parameters().get(i);
            theta[i] = parameter.isFixed() ? parameter.scale().first() : Double.NaN;
        }
    }

    /** T1-2-A; in the Yukawa basis with the couplings the reference found. */
    public static double[] t12a(Model model, Point point) {
        PointTheta t = new PointTheta(model);
        JsonNode in = point.input();
        t.set("lambda_H", value(in.get("lamH")));
        t.set("lambda_4S", value(in.get("lam4S")));
        t.set("lambda_4eta", value(in.get("lam4eta")));
        t.set("lambda_S", value(in.get("lamS")));
        t.set("lambda_Seta", value(in.get("lamSeta")));
        t.set("lambda_eta", value(in.get("lamEta")));
        t.set("lambda_eta1", value(in.get("lamEta1")));
        t.set("lambda_eta2", value(in.get("lamEta2")));
        t.set("alpha", value(in.get("alpha")));
        t.set("MS_sq", value(in.get("MS2")));
        t.set("Meta_sq", value(in.get("Meta2")));
        t.set("M_F1", value(in.get("MF").get(0)));
        t.set("M_F2", value(in.get("MF").get(1)));
        t.set("M_Psi", value(in.get("MPsi")));
        for (int j = 0; j < 2; j++) {
            t.complex("y1" + (j + 1), in.get("y1").get(j));
            t.complex("y2" + (j + 1), in.get("y2").get(j));
        }
        String[] leptons = {"e", "mu", "tau"};
        for (int k = 0; k < 3; k++) {
            t.set("gR_" + leptons[k], re(in.get("gR").get(k)));
            t.set("im_gR_" + leptons[k], im(in.get("gR").get(k)));
        }
        if (!model.name().endsWith("yukawas")) {
            t.neutrinos(in.get("ci"));
        } else {
            JsonNode g = point.node("G");
            String[] rows = {"gPsi", "gF1", "gF2"};
            for (int row = 0; row < 3; row++) {
                for (int k = 0; k < 3; k++) {
                    JsonNode coupling = g.isArray()
                            ? g.get(row).get(k)
                            : row == 0
                                    ? in.get("gPsi").get(k)
                                    : in.get("gF").get(row - 1).get(k);
                    t.complex(rows[row] + "_" + leptons[k], coupling);
                }
            }
        }
        return t.theta;
    }

    /** Minimal model; in the Yukawa basis with the couplings the reference found. */
    public static double[] minimal(Model model, Point point) {
        PointTheta t = new PointTheta(model);
        JsonNode in = point.input();
        t.set("lambda_2", value(in.get("lam2")));
        t.set("lambda_3", value(in.get("lam3")));
        t.set("lambda_4", value(in.get("lam4")));
        t.set("lambda_5", value(in.get("lam5")));
        t.set("Meta_sq", value(in.get("mEta2")));
        for (int k = 0; k < 3; k++) {
            t.set("M_N" + (k + 1), value(in.get("MN").get(k)));
        }
        if (!model.name().endsWith("yukawas")) {
            t.neutrinos(in.get("ci"));
        } else {
            JsonNode y = point.has("y") ? point.node("y") : in.get("y");
            for (int k = 0; k < 3; k++) {
                for (int a = 0; a < 3; a++) {
                    t.complex("y" + (k + 1) + (a + 1), y.get(k).get(a));
                }
            }
        }
        return t.theta;
    }

    private void neutrinos(JsonNode ci) {
        set("dm21_sq", value(ci.get("dm21")));
        set("dm31_sq", value(ci.get("dm31")));
        set("s12_sq", value(ci.get("s12")));
        set("s13_sq", value(ci.get("s13")));
        set("s23_sq", value(ci.get("s23")));
        set("delta", Math.toRadians(value(ci.get("dl"))));
        set("m_nu1", value(ci.get("m1_eV")));
        set("a21", Math.toRadians(value(ci.get("a21_deg"))));
        set("a31", Math.toRadians(value(ci.get("a31_deg"))));
        for (int i = 0; i < 3; i++) {
            complex("t" + (i + 1), ci.get("R").get(i));
        }
    }

    private void complex(String name, JsonNode node) {
        set("re_" + name, re(node));
        set("im_" + name, im(node));
    }

    private void set(String name, double value) {
        theta[space.index(name)] = value;
    }
}
