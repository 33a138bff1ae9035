package thetascan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import thetascan.catalogue.Catalogue;
import thetascan.config.ModelFiles;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.spark.Master;
import thetascan.storage.Folder;
import thetascan.table.PointFileException;

/** Arguments that several commands take. */
final class Arguments {

    private Arguments() {}

    /** A model by its name, or by the name of the file that describes it. */
    static Model model(String name, CommandSpec spec) {
        try {
            return ModelFiles.isFile(name) ? ModelFiles.read(Path.of(name)) : Models.named(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** @throws PointFileException if no scan was begun in the folder */
    static Catalogue catalogue(String name) throws IOException {
        Catalogue catalogue = new Catalogue(Folder.at(name));
        if (!catalogue.isBegun()) {
            throw new PointFileException(name + ": is no catalogue. Name the folder that 'thetascan scan' wrote.");
        }
        return catalogue;
    }

    /** @throws ParameterException if a number of threads cannot be started */
    static void threads(CommandSpec spec, int threads) {
        within(spec, "--threads", threads, 1, Master.MOST_THREADS);
    }

    /** @throws ParameterException if the value of an option is outside its range */
    static void within(CommandSpec spec, String option, long value, long least, long most) {
        if (value < least) throw wrong(spec, option, value, "must be " + least + " or more");
        if (value > most) throw wrong(spec, option, value, "must be " + most + " or less");
    }

    /** @throws ParameterException if a length is not positive and finite */
    static void positive(CommandSpec spec, String option, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw wrong(spec, option, value, "must be above 0 and finite");
        }
    }

    /** @throws ParameterException if there cannot be such a file */
    static void writable(CommandSpec spec, String option, Path file) {
        if (Files.isDirectory(file)) throw wrong(spec, option, file, "is a folder");
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw wrong(spec, option, file, "cannot be written: there is no such folder");
        }
    }

    private static ParameterException wrong(CommandSpec spec, String option, Object value, String rule) {
        return new ParameterException(spec.commandLine(), option + " " + value + ": " + rule);
    }
}
