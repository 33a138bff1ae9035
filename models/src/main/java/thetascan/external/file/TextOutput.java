package thetascan.external.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thetascan.external.Outcome;

/**
 * Text in which numbers stand behind words.
 *
 * @param name of the file in the work folder; empty for the standard output
 * @param places values that are read and the patterns that find them
 */
public record TextOutput(String name, List<Place> places) implements OutputFile {

    /**
     * A value and the pattern that finds it: its first group, or all of it; the first match or the last.
     *
     * @param wanted the value
     * @param pattern regular expression
     * @param isLast true for the last match, false for the first
     */
    public record Place(Wanted wanted, Pattern pattern, boolean isLast) {}

    /**
     * Copies the list.
     *
     * @param name of the file in the work folder; empty for the standard output
     * @param places values that are read and the patterns that find them
     */
    public TextOutput {
        places = List.copyOf(places);
    }

    @Override
    public List<String> values() {
        return places.stream().map(place -> place.wanted().name()).toList();
    }

    @Override
    public List<Outcome> read(byte[] content, int points) {
        String text = new String(content, StandardCharsets.UTF_8);
        double[] values = new double[places.size()];
        try {
            for (int i = 0; i < values.length; i++) values[i] = value(text, places.get(i));
            return List.of(Outcome.of(values));
        } catch (IllegalArgumentException e) {
            return List.of(Outcome.failed(String.valueOf(e.getMessage())));
        }
    }

    private String source() {
        return name.isEmpty() ? "standard output" : name;
    }

    private double value(String text, Place place) {
        Matcher matcher = place.pattern().matcher(text);
        String found = null;
        while ((found == null || place.isLast()) && matcher.find()) {
            found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        }
        Wanted wanted = place.wanted();
        if (found == null) {
            return wanted.absent(source() + ": nothing like '" + place.pattern().pattern() + "' for " + wanted.name());
        }
        try {
            return wanted.of(found.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(source() + ": " + wanted.name() + ": " + e.getMessage(), e);
        }
    }
}
