package thetascan.z3hdm;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** LaTeX of decay channels. */
final class ChannelLatex {

    private static final Map<String, String> STANDARD_MODEL = Map.ofEntries(
            Map.entry("bb", "b\\bar b"),
            Map.entry("ss", "s\\bar s"),
            Map.entry("cc", "c\\bar c"),
            Map.entry("tt", "t\\bar t"),
            Map.entry("tautau", "\\tau\\tau"),
            Map.entry("mumu", "\\mu\\mu"),
            Map.entry("WW", "WW"),
            Map.entry("ZZ", "ZZ"),
            Map.entry("gg", "gg"),
            Map.entry("gamgam", "\\gamma\\gamma"),
            Map.entry("Zgam", "Z\\gamma"),
            Map.entry("tb", "tb"),
            Map.entry("ts", "ts"),
            Map.entry("cb", "cb"),
            Map.entry("cs", "cs"),
            Map.entry("cd", "cd"),
            Map.entry("us", "us"),
            Map.entry("ub", "ub"),
            Map.entry("taunu", "\\tau\\nu"),
            Map.entry("munu", "\\mu\\nu"));
    private static final Pattern SCALAR = Pattern.compile("[hAC][123]");

    private ChannelLatex() {}

    /** LaTeX of a channel of {@link DecayChannels}, such as {@code WC1} or {@code gamgam}. */
    static String of(String channel) {
        String known = STANDARD_MODEL.get(channel);
        if (known != null) {
            return known;
        }
        Matcher scalars = SCALAR.matcher(channel);
        return scalars.replaceAll(
                match -> Matcher.quoteReplacement(Scalars.LATEX.get(Scalars.NAMES.indexOf(match.group()))));
    }
}
