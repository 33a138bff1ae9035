package thetascan.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import thetascan.model.Model;
import thetascan.model.Models;

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
}
