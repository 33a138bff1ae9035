package thetascan.spark;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a scan computes, named as Spark names its masters.
 *
 * @param url {@code local}, {@code local[4]}, {@code local[*]}, {@code local-cluster[2,1,700]}, {@code spark://host:7077},
 *            {@code yarn} or {@code k8s://...}
 */
public record Master(String url) {

    /** Most threads of one JVM: what a fork-join pool can have. */
    public static final int MOST_THREADS = 32_767;

    private static final Pattern LOCAL = Pattern.compile("local(?:\\[(\\*|[1-9]\\d*)(?:,\\d+)?])?");
    private static final Pattern LOCAL_CLUSTER =
            Pattern.compile("local-cluster\\[\\s*\\d+\\s*,\\s*\\d+\\s*,\\s*(\\d+)\\s*]");
    private static final Pattern CLUSTER = Pattern.compile("spark://.+|yarn|k8s://.+");

    /** Tries of a task before its job fails, the same here as on a cluster; Spark's own value for local is one. */
    private static final int TRIES = 4;

    /**
     * Checks the name.
     *
     * @param url {@code local}, {@code local[4]}, {@code local[*]}, {@code local-cluster[2,1,700]}, {@code
     *     spark://host:7077}, {@code yarn} or {@code k8s://...}
     * @throws IllegalArgumentException if Spark has no such master
     */
    public Master {
        if (!LOCAL.matcher(url).matches()
                && !LOCAL_CLUSTER.matcher(url).matches()
                && !CLUSTER.matcher(url).matches()) {
            throw new IllegalArgumentException("master '" + url
                    + "': must be local[N], local[*], local-cluster[N,cores,MB], spark://HOST:PORT, yarn or k8s://HOST:PORT."
                    + " For all cores of this machine use local[*].");
        }
        Matcher local = LOCAL.matcher(url);
        if (local.matches() && local.group(1) != null && tooMany(local.group(1))) {
            throw new IllegalArgumentException("master '" + url + "': must be " + MOST_THREADS + " threads or less");
        }
    }

    private static boolean tooMany(String threads) {
        return !threads.equals("*") && (threads.length() > 9 || Integer.parseInt(threads) > MOST_THREADS);
    }

    /**
     * {@return the master of a run: what the command line says, else what spark-submit was told ({@code spark.master}),
     * else what the scan file says}
     *
     * @param option of the command line
     * @param configured what the scan file says
     * @throws IllegalArgumentException if Spark has no such master
     */
    public static Master of(Optional<String> option, String configured) {
        return new Master(option.orElseGet(() -> System.getProperty("spark.master", configured)));
    }

    /** {@return true for threads of this JVM} */
    public boolean isLocal() {
        return LOCAL.matcher(url).matches();
    }

    /** True if everything runs on this machine. */
    boolean isLoopback() {
        return url.startsWith("local");
    }

    /** Threads of this JVM that compute; 1 for a cluster. */
    int threads() {
        Matcher local = LOCAL.matcher(url);
        if (!local.matches() || local.group(1) == null) {
            return 1;
        }
        return local.group(1).equals("*")
                ? Runtime.getRuntime().availableProcessors()
                : Integer.parseInt(local.group(1));
    }

    /** The url for Spark: local masters try a task again as clusters do. */
    String sparkUrl() {
        return isLocal() ? "local[" + threads() + "," + TRIES + "]" : url;
    }

    /** Memory of one executor of a local cluster in MB. */
    Optional<String> localClusterMemory() {
        Matcher cluster = LOCAL_CLUSTER.matcher(url);
        return cluster.matches() ? Optional.of(cluster.group(1)) : Optional.empty();
    }
}
