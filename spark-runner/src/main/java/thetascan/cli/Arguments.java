package thetascan.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import thetascan.catalogue.Catalogue;
import thetascan.model.Model;
import thetascan.model.Models;
import thetascan.storage.Folder;
import thetascan.table.PointFileException;

/** Arguments that several commands take. */
final class Arguments {

    private Arguments() {}

    static Model model(String name, CommandSpec spec) {
        try {
            return Models.named(name);
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
}
