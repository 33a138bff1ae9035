package thetascan.external.file;

import java.util.List;
import java.util.stream.Stream;
import thetascan.external.Outcome;
import thetascan.slha.ProgramInfo;
import thetascan.slha.SlhaDocument;
import thetascan.slha.SlhaException;
import thetascan.slha.SlhaLimits;

/**
 * An SLHA file. What it says in entries 4 of {@code SPINFO}, {@code DCINFO} and their like makes the point fail, whatever the exit
 * code; entries 3 too, unless warnings are allowed.
 *
 * @param name of the file in the work folder; empty for the standard output
 * @param places values that are read and where they stand
 * @param allowsWarnings false if a warning makes the point fail
 */
public record SlhaOutput(String name, List<Place> places, boolean allowsWarnings) implements OutputFile {

    /**
     * A value and where it stands.
     *
     * @param wanted the value
     * @param where it stands in the file
     */
    public record Place(Wanted wanted, SlhaLocation where) {}

    /**
     * Copies the list.
     *
     * @param name of the file in the work folder; empty for the standard output
     * @param places values that are read and where they stand
     * @param allowsWarnings false if a warning makes the point fail
     */
    public SlhaOutput {
        places = List.copyOf(places);
    }

    @Override
    public List<String> values() {
        return places.stream().map(place -> place.wanted().name()).toList();
    }

    @Override
    public List<Outcome> read(byte[] content, int points) {
        try {
            OutputFile.requireEnd(content, name);
            SlhaDocument document = SlhaDocument.of(content, name, SlhaLimits.DEFAULT);
            String complaint = complaint(document);
            if (!complaint.isEmpty()) return List.of(Outcome.failed(complaint));
            double[] values = new double[places.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = places.get(i).where().of(document, places.get(i).wanted());
            }
            return List.of(Outcome.of(values));
        } catch (SlhaException | IllegalArgumentException e) {
            return List.of(Outcome.failed(String.valueOf(e.getMessage())));
        }
    }

    private String complaint(SlhaDocument document) {
        return String.join(
                "; ",
                Stream.concat(
                                document.errors().stream(),
                                document.programs().stream().flatMap(this::warnings))
                        .toList());
    }

    private Stream<String> warnings(ProgramInfo info) {
        return allowsWarnings ? Stream.of() : info.warnings().stream().map(text -> info.block() + " 3 " + text);
    }

    @Override
    public String complaint(byte[] content) {
        try {
            return String.join(
                    "; ", SlhaDocument.of(content, name, SlhaLimits.DEFAULT).errors());
        } catch (SlhaException e) {
            return "";
        }
    }
}
