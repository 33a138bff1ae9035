package thetascan.external.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thetascan.external.file.HandedFile;

/**
 * Programs in the order in which they run, and what is made of their values.
 *
 * @param model       name, for messages
 * @param links       the programs
 * @param parameters  how many there are
 * @param known       how many parameters and values there are
 * @param observables their formulas over them
 * @param work        where work folders are made
 * @param keptFolder  below {@code work/failed}, of this very model
 * @param keptMost    how many work folders of failed points stay for inspection
 * @param cache       where values are kept; null if they are not
 */
record Chain(
        String model,
        List<Link> links,
        int parameters,
        int known,
        Formulas observables,
        Path work,
        String keptFolder,
        int keptMost,
        @Nullable CacheSpec cache) {

    Chain {
        links = List.copyOf(links);
    }

    int stages() {
        return links.isEmpty() ? 1 : links.get(links.size() - 1).stage();
    }

    /** True if a program of this stage or a later one reads a file that an earlier program has left. */
    boolean needsFilesIn(int stage) {
        return links.stream()
                .filter(link -> link.stage() >= stage && link.files() != null)
                .flatMap(link -> Objects.requireNonNull(link.files()).inputs().stream())
                .anyMatch(HandedFile.class::isInstance);
    }

    boolean hasFiles() {
        return links.stream().anyMatch(link -> link.files() != null);
    }

    /** The observables that need a value of a program. */
    List<String> observablesOf(Link link, List<String> names) {
        List<String> found = new ArrayList<>();
        for (int o = 0; o < names.size(); o++) {
            for (int each : observables.needed(o)) {
                boolean isIts = each >= link.first()
                        && each < link.first() + link.values().size();
                if (isIts && !found.contains(names.get(o))) found.add(names.get(o));
            }
        }
        return found;
    }
}
