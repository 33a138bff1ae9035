package thetascan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the program prints, with a memory of whether all of it arrived: a {@code PrintWriter} tells nobody. */
final class StandardOutput extends OutputStream {

    /** In the system's words, of whatever language, for a pipe whose reader has had enough, as {@code head} has. */
    private static final Pattern CLOSED_BY_READER = Pattern.compile("pipe", Pattern.CASE_INSENSITIVE);

    private final OutputStream target;
    private @Nullable IOException first;

    /**
     * @param target where it goes
     */
    StandardOutput(OutputStream target) {
        this.target = target;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Prints, or remembers why not; a scan does not end because nobody sees its progress. */
    @Override
    public void write(byte[] bytes, int start, int length) {
        try {
            target.write(bytes, start, length);
        } catch (IOException e) {
            if (first == null) first = e;
        }
    }

    /** {@return why some of it did not arrive; empty if all did, or as much as a reader wanted} */
    Optional<String> loss() {
        return Optional.ofNullable(first)
                .map(IOException::getMessage)
                .filter(words -> !CLOSED_BY_READER.matcher(words).find());
    }
}
