package thetascan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The checkpoints of a scan that may be running. */
final class CheckpointNames {

    private CheckpointNames() {}

    /** Those that count, in order: none that is being written, and none at all before the folder is there. */
    static List<String> in(Path checkpoints) throws IOException {
        if (!Files.isDirectory(checkpoints)) return List.of();
        try (Stream<Path> files = Files.list(checkpoints)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9]{6}\\.checkpoint"))
                    .sorted()
                    .toList();
        }
    }
}
