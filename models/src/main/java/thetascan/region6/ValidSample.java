package thetascan.region6;

import java.util.random.RandomGenerator;

/**
 * Independent, uniform valid points of the region, without search: shell and slab are drawn directly, what the other
 * conditions cut away is drawn again.
 */
final class ValidSample {

    private static final double RADIUS = 0.32;
    private static final double LEAST_WAVE = 0.3;
    private static final double GREATEST_PRODUCT = 0.25;

    private final double innerCube;
    private final double outerCube;
    private final double halfSlab;
    private final RandomGenerator random;
    private long drawn;
    private long kept;

    /** @param width W: 0.004 for the thin region, 0.03 for the wide one */
    ValidSample(double width, RandomGenerator random) {
        this.random = random;
        innerCube = Math.pow(RADIUS - width / 2, 3);
        outerCube = Math.pow(RADIUS + width / 2, 3);
        halfSlab = 2.5 * width;
    }

    /** Writes a point to x[at .. at+6). */
    void draw(double[] x, int at) {
        double x3;
        double x4;
        double x5;
        do {
            drawn++;
            shell(x, at);
            x3 = random.nextDouble();
            x4 = random.nextDouble();
            x5 = 1 - x3 - x4 + halfSlab * (2 * random.nextDouble() - 1);
        } while (!(x5 >= 0 && x5 <= 1)
                || !(StrictMath.sin(4 * Math.PI * x3) >= LEAST_WAVE)
                || !(x[at] * x4 <= GREATEST_PRODUCT));
        x[at + 3] = x3;
        x[at + 4] = x4;
        x[at + 5] = x5;
        kept++;
    }

    /** Uniform in the shell, which lies within the box: radius by volume, direction from a ball. */
    private void shell(double[] x, int at) {
        double square;
        do {
            square = 0;
            for (int i = 0; i < 3; i++) {
                x[at + i] = 2 * random.nextDouble() - 1;
                square += x[at + i] * x[at + i];
            }
        } while (!(square > 0 && square <= 1));
        double radius = Math.cbrt(innerCube + (outerCube - innerCube) * random.nextDouble());
        for (int i = 0; i < 3; i++) x[at + i] = 0.5 + radius * x[at + i] / Math.sqrt(square);
    }

    /** Estimate of the share of the box that is valid, from the draws so far. */
    double volume() {
        double shell = 4 * Math.PI / 3 * (outerCube - innerCube);
        return shell * 2 * halfSlab * kept / drawn;
    }
}
