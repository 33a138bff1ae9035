package thetascan.limit;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import thetascan.limit.hbdataset.HbDataset;

/**
 * Processor time of one evaluation, on the reference points and on those of them that HiggsBounds-5 allows:
 *
 * <pre>./mvnw -q -pl constraints test-compile exec:java -Dexec.classpathScope=test \
 *     -Dexec.mainClass=thetascan.limit.LimitEngineTiming</pre>
 */
public final class LimitEngineTiming {

    private static final int EVALUATIONS = 200_000;
    private static final int WARM_UPS = 3;
    private static final int REPEATS = 5;

    private LimitEngineTiming() {}

    public static void main(String[] args) throws IOException {
        Map<Integer, ReferencePoints.HiggsBounds> higgsBounds = ReferencePoints.higgsBounds();
        List<ReferencePoints.Point> all = ReferencePoints.read().stream()
                .filter(point -> higgsBounds.containsKey(point.id()))
                .toList();
        List<ReferencePoints.Point> allowed = all.stream()
                .filter(point -> higgsBounds.get(point.id()).allowed())
                .toList();
        List<Limit> limits = HbDataset.shipped().limits();
        for (int count : new int[] {42, limits.size()}) {
            LimitEngine engine = new LimitEngine(limits.subList(0, count), ReferencePoints.PARTICLES);
            report(count + " limits, all points", engine, all);
            report(count + " limits, allowed points", engine, allowed);
        }
    }

    private static void report(String what, LimitEngine engine, List<ReferencePoints.Point> points) {
        double best = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int k = 0; k < WARM_UPS + REPEATS; k++) {
            double time = microseconds(engine, points);
            if (k >= WARM_UPS) {
                best = Math.min(best, time);
                sum += time;
            }
        }
        System.out.println(what + ": mean " + sum / REPEATS + ", best " + best + " microseconds a point");
    }

    private static double microseconds(LimitEngine engine, List<ReferencePoints.Point> points) {
        double[] observed = new double[ReferencePoints.PARTICLES.size()];
        int[] selected = new int[observed.length];
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int k = 0; k < EVALUATIONS; k++) {
            engine.evaluate(points.get(k % points.size()).predictions(), observed, selected);
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e3 / EVALUATIONS;
    }
}
