package thetascan.external.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
 */
record Chain(
        String model,
        List<Link> links,
        int parameters,
        int known,
        Formulas observables,
        Path work,
        String keptFolder,
        int keptMost) {

    Chain {
        links = List.copyOf(links);
    }

    int stages() {
        return links.isEmpty() ? 1 : links.get(links.size() - 1).stage();
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
