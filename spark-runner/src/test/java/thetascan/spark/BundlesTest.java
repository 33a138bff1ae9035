package thetascan.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import thetascan.island.RoundOrder;

class BundlesTest {

    private static RoundWork.Piece piece(int island) {
        return new RoundWork.Piece(island, new RoundOrder(1, 1, RoundOrder.Rows.VALID, 0, 0, 1), new byte[0], -1, -1);
    }

    private static List<String> share(Bundles bundles) {
        return bundles.share().stream()
                .map(bundle -> bundle.place()
                        + bundle.pieces().stream().map(RoundWork.Piece::index).toList())
                .toList();
    }

    @Test
    void aTaskForEachCore() {
        Bundles bundles = new Bundles(List.of("a", "b"), 4);
        for (int i = 0; i < 10; i++) bundles.add(i < 6 ? "a" : "b", piece(i));
        assertThat(share(bundles)).containsExactly("a[0, 2, 4]", "a[1, 3, 5]", "b[6, 8]", "b[7, 9]");
    }

    @Test
    void islandsThatAreNowhereGoWhereTheFewestAre() {
        Bundles bundles = new Bundles(List.of("a", "b", "c"), 3);
        bundles.add("b", piece(0));
        bundles.add("lost", piece(1));
        for (int i = 2; i < 7; i++) bundles.add("", piece(i));
        assertThat(share(bundles)).containsExactly("a[2, 4]", "b[0, 5]", "c[3, 6]", "lost[1]");
    }

    @Test
    void withoutExecutorsAnyPlaceWillDo() {
        Bundles bundles = new Bundles(List.of(), 2);
        for (int i = 0; i < 3; i++) bundles.add("", piece(i));
        assertThat(share(bundles)).containsExactly("[0, 2]", "[1]");
    }
}
