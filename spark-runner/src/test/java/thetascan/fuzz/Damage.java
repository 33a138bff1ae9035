package thetascan.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Damages inputs as disks, editors and people do, from a seed. */
public final class Damage {

    private static final String[] NASTY = {
        "",
        " ",
        "\t",
        "\n",
        "\r\n",
        "\0",
        "\u00a0",
        "\u2028",
        "ü",
        "#",
        ":",
        ": ",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        ",",
        ";",
        "\"",
        "'",
        "&a",
        "*a",
        "!!javax.script.ScriptEngineManager",
        "!!binary",
        "<<: ",
        "---",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\\",
        "//",
        "/*",
        "null",
        "~",
        "true",
        "NaN",
        "nan",
        ".inf",
        "-inf",
        "Infinity",
        "1e999",
        "-1e-999",
        "1e",
        "0x10",
        "1_0",
        "1,5",
        "-0",
        "--1",
        "+",
        "*",
        "/",
        "^",
        "<=",
        "==",
        "<",
        "=",
        "9223372036854775808",
        "2147483648",
        "-1",
        "0",
        "99999999999999999999999999",
        "((((((((((((((((((((",
        "[[[[[[[[[[[[[[[[[[[[",
        "{{{{{{{{{{",
        "sqrt(",
        "abs",
        "pi",
        "../../x",
        "/dev/zero",
        "file:",
        "${x}"
    };

    private final SplittableRandom random;

    public Damage(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The text with up to four places damaged. */
    public String text(String whole) {
        String text = whole;
        int times = 1 + random.nextInt(4);
        for (int i = 0; i < times; i++) text = once(text);
        return text;
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(6));
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, at); // cut off
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, at) + nasty() + text.substring(to);
            case 3 -> text.substring(0, at) + nasty() + text.substring(at);
            case 4 ->
                text.substring(0, at) + text.substring(at, to).repeat(1 + random.nextInt(40)) + text.substring(to);
            case 5 -> line(text);
            case 6 -> text.substring(0, at) + (char) random.nextInt(0x80) + text.substring(at);
            default -> text.replace(word(text, at), nasty());
        };
    }

    private String nasty() {
        return NASTY[random.nextInt(NASTY.length)];
    }

    /** A line twice, elsewhere, or indented otherwise. */
    private String line(String text) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int from = random.nextInt(lines.size());
        String line = lines.get(from);
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(from);
            case 1 -> lines.set(from, "  " + line);
            case 2 -> lines.set(from, line.stripLeading());
            default -> lines.add(random.nextInt(lines.size() + 1), line);
        }
        return String.join("\n", lines);
    }

    private static String word(String text, int at) {
        int from = Math.min(at, Math.max(0, text.length() - 1));
        int to = from;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) to++;
        return to == from ? "\n" : text.substring(from, to);
    }

    /** Bytes with up to four places changed, left out or cut off; never the same. */
    public byte[] bytes(byte[] whole) {
        byte[] bytes = whole;
        int times = 1 + random.nextInt(4);
        do {
            for (int i = 0; i < times; i++) bytes = once(bytes);
        } while (Arrays.equals(bytes, whole));
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) return nasty().getBytes(StandardCharsets.UTF_8);
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(64));
        switch (random.nextInt(4)) {
            case 0:
                return Arrays.copyOf(bytes, at);
            case 1:
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - at));
                System.arraycopy(bytes, to, shorter, at, bytes.length - to);
                return shorter;
            case 2:
                byte[] zeroed = bytes.clone();
                Arrays.fill(zeroed, at, to, (byte) 0);
                return zeroed;
            default:
                byte[] changed = bytes.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                return changed;
        }
    }
}
