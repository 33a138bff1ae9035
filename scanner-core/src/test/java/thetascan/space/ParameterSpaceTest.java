package thetascan.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.quantity.Quantity;
import thetascan.random.RandomStream;

class ParameterSpaceTest {

    private final ParameterSpace space = new ParameterSpace(List.of(
            parameter("alpha", new Scale.Angle(-Math.PI / 2, Math.PI / 2)),
            parameter("v", new Scale.Fixed(246)),
            parameter("m1", new Scale.Linear(125, 1000)),
            parameter("m2", new Scale.Dependent(Bound.of("m1", 1, 10), Bound.of(1100))),
            parameter("msq", new Scale.SymmetricLog(0.1, 1e7)),
            parameter("m3", new Scale.Dependent(Bound.of("m1", 1, 0), Bound.of("m2", 1, 0)))));

    private static Parameter parameter(String name, Scale scale) {
        return new Parameter(Quantity.of(name, "GeV", name, name), scale);
    }

    @Test
    void fixedParametersAreNoDimensions() {
        assertThat(space.size()).isEqualTo(6);
        assertThat(space.dimension()).isEqualTo(5);
        assertThat(space.name()).isEqualTo("box");
        assertThat(space.index("msq")).isEqualTo(4);
    }

    @Test
    void dependentRangesFollowEarlierParameters() {
        double[] theta = new double[6];
        space.toTheta(new double[] {0.5, 0.2, 0.25, 0.75, 0.5}, theta);

        assertThat(theta).containsExactly(new double[] {0, 246, 300, 507.5, 1000, 403.75}, within(1e-9));
    }

    @Test
    void thereAndBack() {
        RandomStream random = RandomStream.of(1);
        double[] u = new double[5];
        double[] theta = new double[6];
        double[] back = new double[5];
        for (int i = 0; i < 10_000; i++) {
            for (int j = 0; j < 5; j++) u[j] = random.nextInt(20) == 0 ? random.nextInt(2) : random.nextDouble();
            space.toTheta(u, theta);
            assertThat(space.toUnit(theta, back)).isTrue();
            assertThat(back).containsExactly(u, within(1e-12));
            assertThat(theta[3]).isBetween(theta[2] + 10, 1100.0);
            assertThat(theta[5]).isBetween(theta[2], theta[3]);
        }
    }

    @Test
    void tellsWhatIsOutside() {
        double[] u = new double[5];

        assertThat(space.toUnit(new double[] {0, 246, 300, 309, 0, 305}, u)).isFalse();
        assertThat(space.toUnit(new double[] {0, 246, 124, 400, 0, 300}, u)).isFalse();
        assertThat(space.toUnit(new double[] {0, 250, 300, 400, 0, 305}, u)).isFalse();
        assertThat(space.toUnit(new double[] {0, 246, Double.NaN, 400, 0, 305}, u))
                .isFalse();
        assertThat(space.toUnit(new double[] {Double.NaN, 246, 300, 400, 0, 305}, u))
                .isFalse();
        assertThat(space.toUnit(new double[] {0, 246, 300, 400, Double.NaN, 305}, u))
                .isFalse();
        assertThat(space.toUnit(new double[] {0, 246, 300, 400, 2e7, 305}, u)).isFalse();
        assertThat(space.toUnit(new double[] {0, 246, 300, 400, 0, 305}, u)).isTrue();
    }

    @Test
    void roundingOutsideTheBoxIsClamped() {
        double[] u = new double[5];

        assertThat(space.toUnit(new double[] {0, 246, 125 - 1e-10, 400, 0, 300}, u))
                .isTrue();
        assertThat(u[1]).isZero();
        assertThat(space.toUnit(new double[] {0, 246, 125 - 1e-5, 400, 0, 300}, u))
                .isFalse();
    }

    @Test
    void anotherScaleForOneParameter() {
        ParameterSpace changed = space.with("m1", new Scale.Linear(125, 200));
        double[] theta = new double[6];
        changed.toTheta(new double[] {0.5, 1, 0, 0.5, 0}, theta);

        assertThat(theta[2]).isEqualTo(200);
        assertThat(theta[3]).isEqualTo(210);
        assertThat(space.with("msq", new Scale.Fixed(0)).dimension()).isEqualTo(4);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new ParameterSpace(
                        List.of(parameter("a", new Scale.Fixed(1)), parameter("a", new Scale.Fixed(2)))))
                .hasMessage("parameter 'a' is given twice.");
        assertThatThrownBy(() -> new ParameterSpace(
                        List.of(parameter("a", new Scale.Dependent(Bound.of("b", 1, 0), Bound.of(2))))))
                .hasMessage("a: bound 'b': no earlier parameter is named 'b'");
        assertThatThrownBy(() -> space.index("alpah"))
                .hasMessage("unknown parameter 'alpah'. Did you mean 'alpha'? Known: alpha, v, m1, m2, msq, m3");
        assertThatThrownBy(() -> space.with("m1", new Scale.Linear(125, 1095)))
                .hasMessageContaining("m2: lower bound 'm1 + 10' reaches 1105, above the upper bound '1100'");
        assertThatThrownBy(() -> space.with("m2", new Scale.Linear(100, 1000)))
                .hasMessageContaining("m3: lower bound 'm1' reaches 125, above the upper bound 'm2' = 100");
    }
}
