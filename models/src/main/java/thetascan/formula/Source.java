package thetascan.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import thetascan.formula.syntax.FormulaException;
import thetascan.quantity.Suggestion;

/**
 * Where a formula file gets what it names: shared blocks and tables.
 *
 * @param folder files are relative to it
 * @param format reads text as a tree
 */
public record Source(Path folder, Format format) {

    /** The format formula files are written in. */
    @FunctionalInterface
    public interface Format {

        /**
         * Reads a text.
         *
         * @param text  of a file
         * @param place its name, for messages
         * @return what it holds
         * @throws IllegalArgumentException naming place and line if it cannot be read
         */
        Tree.Fields read(String text, String place);
    }

    /** The blocks that come with the program. */
    static final List<String> BLOCKS = List.of("ckm", "constants", "loops", "neutrinos", "pmns", "two-doublets");

    /** True for the name of a block that comes with the program, false for a file. */
    static boolean isBlock(String name) {
        return !name.contains("/") && !name.contains(".");
    }

    /** A block that comes with the program. */
    Tree.Fields block(String name, String where) {
        if (!BLOCKS.contains(name)) {
            throw new FormulaException(where + ": no block '" + name + "'." + Suggestion.hint(name, BLOCKS) + " Known: "
                    + String.join(", ", BLOCKS)
                    + "; a file of your own is named with its ending, such as my-block.yaml.");
        }
        String resource = "blocks/" + name + ".yaml";
        try (InputStream in = Source.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing.");
            }
            return format.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "block " + name);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The text of a file beside the formula file. */
    String text(String name, String where) {
        return text(folder, name, where);
    }

    /** The text of a file in a folder, without a byte order mark. */
    static String text(Path folder, String name, String where) {
        Path file = folder.resolve(name);
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new FormulaException(where + ": no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw new FormulaException(where + ": " + file + " is no UTF-8 text.");
        } catch (IOException e) {
            throw new FormulaException(where + ": " + file + " cannot be read: " + e.getMessage());
        }
    }
}
