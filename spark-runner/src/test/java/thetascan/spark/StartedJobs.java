package thetascan.spark;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** How many jobs the running Spark has begun. It is told of them late: all of them only when it has ended. */
final class StartedJobs extends SparkListener {

    private final AtomicInteger count = new AtomicInteger();

    static StartedJobs fromNow() {
        StartedJobs jobs = new StartedJobs();
        SparkContext.getOrCreate().addSparkListener(jobs);
        return jobs;
    }

    int count() {
        return count.get();
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        count.incrementAndGet();
    }
}
