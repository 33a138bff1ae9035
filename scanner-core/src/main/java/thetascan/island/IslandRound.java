package thetascan.island;

import thetascan.archive.Archive;

/** One island's whole round in one place. */
public final class IslandRound {

    private IslandRound() {}

    /**
     * Advances an island that has {@linkplain Island#begin begun} a round to the end of it.
     *
     * @param island advanced to the end of its round
     * @param evaluator judges its candidates
     * @return what it brings back
     */
    public static RoundResult finish(Island island, BatchEvaluator evaluator) {
        for (Batch batch = island.ask(); batch != null; batch = island.ask()) {
            island.tell(evaluator.judge(batch));
        }
        return island.end();
    }

    /**
     * The same from the beginning.
     *
     * @param island between two rounds
     * @param archive stays as it is until every island has ended the round
     * @param order what to do in the round
     * @param evaluator judges its candidates
     * @return what it brings back
     */
    public static RoundResult run(Island island, Archive archive, RoundOrder order, BatchEvaluator evaluator) {
        island.begin(archive, order);
        return finish(island, evaluator);
    }
}
