package thetascan.limit.hbdataset;

import java.util.ArrayList;
import java.util.List;
import thetascan.constraint.Fields;

/** Says in words what a limit file searches for, e.g. {@code ggH+bbH -> Z (-> bb)}. */
final class ProcessWords {

    private ProcessWords() {}

    static String of(List<Fields> processes) {
        return String.join(" and ", processes.stream().map(ProcessWords::of).toList());
    }

    static String of(Fields process) {
        if (process.has("channels")) {
            List<String> channels = new ArrayList<>();
            for (List<String> pair : process.textRows("channels", 2)) {
                channels.add(pair.get(0) + " -> " + pair.get(1));
            }
            return String.join(", ", channels);
        }
        String produced = process.has("production") ? list(process, "production") + " -> " : "";
        if (process.has("chain")) {
            return produced + process.text("chain") + " (-> " + list(process, "decay") + ")";
        }
        return produced + "(-> " + list(process, "firstDecay") + ") (-> " + list(process, "secondDecay") + ")";
    }

    private static String list(Fields process, String key) {
        return String.join("+", process.texts(key));
    }
}
