package thetascan.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import thetascan.archive.Archive;
import thetascan.island.Batch;
import thetascan.island.Island;
import thetascan.island.RoundOrder;
import thetascan.island.RoundResult;
import thetascan.objective.Judgements;
import thetascan.point.FoundPoint;
import thetascan.scan.RoundRunner;
import thetascan.search.SearchSetup;

/** Rounds on Spark; starts Spark and stops it. */
final class SparkRounds implements RoundRunner {

    private final Cluster cluster;
    private final RoundRunner runner;

    /**
     * @param placement {@link Placement#BATCHES} or {@link Placement#ISLANDS}
     * @param name      of the scan, as Spark shows it
     * @param jars      what executors need besides the program
     * @param recipe    makes {@code setup} again
     * @param news      receives sentences for people while executors are waited for
     */
    SparkRounds(
            Placement placement,
            Master master,
            String name,
            List<Path> jars,
            SearchSetup setup,
            SearchRecipe recipe,
            Consumer<String> news) {
        cluster = Cluster.start(master, name);
        try {
            jars.forEach(cluster::addJar);
            if (!master.isLocal()) {
                cluster.awaitExecutors(new Patience(news));
                Readiness.check(cluster, recipe);
            }
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
        runner = runner(placement, cluster, setup, recipe);
    }

    static RoundRunner runner(Placement placement, Cluster cluster, SearchSetup setup, SearchRecipe recipe) {
        if (setup.settings().underWay() > 0) return new BatchRunner(cluster, setup, recipe);
        return switch (placement) {
            case BATCHES -> new BatchRunner(cluster, setup, recipe);
            case ISLANDS ->
                cluster.isLocal()
                        ? new LocalIslands(cluster, recipe)
                        : new IslandRunner(
                                cluster, setup, recipe, UUID.randomUUID().toString());
            case AUTO, IN_PROCESS -> throw new IllegalArgumentException("placement " + placement + ": is not on Spark");
        };
    }

    @Override
    public List<RoundResult> run(List<Island> islands, Archive archive, List<RoundOrder> orders) {
        return runner.run(islands, archive, orders);
    }

    @Override
    public Supplier<Judgements> judge(Batch batch) {
        return runner.judge(batch);
    }

    @Override
    public void kept(List<FoundPoint> points, double distance) {
        runner.kept(points, distance);
    }

    @Override
    public void settle(Archive archive) {
        runner.settle(archive);
    }

    @Override
    public void close() {
        runner.close();
        cluster.close();
    }
}
