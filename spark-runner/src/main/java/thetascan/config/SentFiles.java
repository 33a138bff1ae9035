package thetascan.config;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import thetascan.external.WorkFolders;
import thetascan.external.model.ExternalModel;
import thetascan.model.Model;

/**
 * The files of a model's programs on their way to other machines. Where they lie already, on a file system that is shared, say,
 * they are left alone; elsewhere they are put into a folder of their own, once in each JVM.
 *
 * @param folder of the model's description
 * @param files  by their whole paths on the machine that they come from
 */
record SentFiles(String folder, Map<String, Content> files) implements Serializable {

    static final SentFiles NONE = new SentFiles("", Map.of());

    /** More had better be on the machines. */
    private static final long MOST_BYTES = 200_000_000;

    /** What is in a file, and whether it may be executed. */
    record Content(byte[] bytes, boolean executable) implements Serializable {}

    /**
     * Those of a model.
     *
     * @throws ConfigException if they cannot be read, or are too large
     */
    static SentFiles of(Model model) {
        if (!(model instanceof ExternalModel external)) return NONE;
        Map<String, Content> files = new LinkedHashMap<>();
        long size = 0;
        for (Path file : external.files()) {
            try {
                size += Files.size(file);
                if (size > MOST_BYTES) {
                    throw new ConfigException("model " + model.name() + ": the files of its programs have more than "
                            + MOST_BYTES / 1_000_000
                            + " MB, too much to be sent to other machines. Put large ones there and name"
                            + " them by their whole paths.");
                }
                files.put(file.toString(), new Content(Files.readAllBytes(file), Files.isExecutable(file)));
            } catch (IOException e) {
                throw new ConfigException(
                        "model " + model.name() + ": file " + file + " cannot be read: " + e.getMessage());
            }
        }
        return new SentFiles(external.folder().toString(), files);
    }

    /** True if the same files lie here already. */
    boolean areHere() {
        return files.entrySet().stream().allMatch(file -> isHere(Path.of(file.getKey()), file.getValue()));
    }

    private static boolean isHere(Path file, Content content) {
        try {
            return Files.isRegularFile(file)
                    && Files.isExecutable(file) == content.executable
                    && Arrays.equals(Files.readAllBytes(file), content.bytes);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Puts the files into a new folder, which goes away with this JVM.
     *
     * @return what stands there for the folder of the description
     */
    Path put() {
        try {
            WorkFolders.WorkFolder temporary =
                    new WorkFolders(Path.of(System.getProperty("java.io.tmpdir")), "", 0).open();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(temporary)));
            Path root = temporary.path();
            for (Map.Entry<String, Content> file : files.entrySet()) {
                Path target = below(root, file.getKey());
                Files.createDirectories(target.resolveSibling("."));
                Files.write(target, file.getValue().bytes);
                if (file.getValue().executable && !target.toFile().setExecutable(true)) {
                    throw new IOException(target + " cannot be made executable");
                }
            }
            return Files.createDirectories(below(root, folder));
        } catch (IOException e) {
            throw new UncheckedIOException("files of programs cannot be written here: " + e.getMessage(), e);
        }
    }

    private static void delete(WorkFolders.WorkFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            // a program that still runs has it open; it is below the folder for temporary files
        }
    }

    /** As deep as it was, so that paths with .. lead where they did. */
    private static Path below(Path root, String path) {
        Path whole = Path.of(path);
        return root.resolve(whole.getRoot().relativize(whole));
    }
}
