package thetascan.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thetascan.model.Reference;

/** Publications, each once, as BibTeX. Two with the same arXiv number or DOI are one. */
public final class Bibliography {

    private static final String NUMBER = "\\d{4}\\.\\d{4,5}|(?:hep-ph|hep-ex|hep-th|astro-ph|physics)/\\d{7}";
    private static final Pattern ARXIV = Pattern.compile("(?:arXiv:)?(" + NUMBER + ")(?:v\\d+)?");
    private static final Pattern DOI =
            Pattern.compile("(?:doi:|https?://(?:dx\\.)?doi\\.org/)(10\\.\\d{4,9}/[^\\s,;]+)");
    private static final Pattern SPECIAL = Pattern.compile("[&%#_$]");
    private static final Pattern NO_KEY = Pattern.compile("[^A-Za-z0-9:.+/-]");

    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private final Map<String, String> keyOfNumber = new LinkedHashMap<>();

    /**
     * A publication.
     *
     * @param key   to cite it by
     * @param text  authors, title, journal
     * @param arxiv number; empty if it has none
     * @param doi   empty if it has none
     * @param of    what it is cited for
     */
    public record Entry(String key, String text, String arxiv, String doi, String of) {}

    /**
     * Adds a publication with a key of its own.
     *
     * @param reference the publication
     * @param of what it is cited for
     * @return the key to cite it by
     */
    public String add(Reference reference, String of) {
        return add(reference.key(), reference.text(), reference.text() + " " + reference.id(), of);
    }

    /**
     * Adds a publication, or finds it again.
     *
     * @param key     to cite it by, if it is not there
     * @param text    authors, title, journal
     * @param numbers text with its arXiv number and DOI, if it has them
     * @param of      what it is cited for
     * @return the key to cite it by
     */
    public String add(String key, String text, String numbers, String of) {
        String arxiv = first(ARXIV, numbers);
        String doi = first(DOI, numbers);
        for (String number : List.of(arxiv, doi)) {
            if (!number.isEmpty() && keyOfNumber.containsKey(number)) return keyOfNumber.get(number);
        }
        String own = NO_KEY.matcher(key).replaceAll("");
        byKey.putIfAbsent(own, new Entry(own, text, arxiv, doi, of));
        for (String number : List.of(arxiv, doi)) {
            if (!number.isEmpty()) keyOfNumber.put(number, own);
        }
        return own;
    }

    /**
     * Adds the publication that the source of a constraint names.
     *
     * @param source text such as {@code ATLAS, Nature 607 (2022) 52, arXiv:2207.00092}
     * @return the key to cite it by; empty if the text names neither arXiv number nor DOI
     */
    Optional<String> source(String source) {
        String arxiv = first(ARXIV, source);
        String doi = first(DOI, source);
        if (arxiv.isEmpty() && doi.isEmpty()) return Optional.empty();
        return Optional.of(add(arxiv.isEmpty() ? "doi:" + doi : "arXiv:" + arxiv, source, source, "constraints"));
    }

    private static String first(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        return match.find() ? match.group(1).replaceAll("[.)]+$", "") : "";
    }

    /** {@return everything added, in the order it was added} */
    public List<Entry> entries() {
        return List.copyOf(byKey.values());
    }

    /** {@return the whole as a BibTeX file} */
    public String bibtex() {
        StringBuilder out = new StringBuilder();
        for (Entry entry : byKey.values()) {
            List<String> fields = new ArrayList<>();
            fields.add("  note = {" + latex(entry.text()) + "}");
            if (!entry.arxiv().isEmpty()) {
                fields.add("  eprint = {" + entry.arxiv() + "}");
                fields.add("  archivePrefix = {arXiv}");
            }
            if (!entry.doi().isEmpty()) fields.add("  doi = {" + entry.doi() + "}");
            fields.add("  keywords = {" + entry.of() + "}");
            out.append("@misc{")
                    .append(entry.key())
                    .append(",\n")
                    .append(String.join(",\n", fields))
                    .append("\n}\n\n");
        }
        return out.toString();
    }

    /** Text that LaTeX sets as it is. */
    static String latex(String text) {
        return SPECIAL.matcher(text.replace("\\", "\\textbackslash{}")
                        .replace("{", "\\{")
                        .replace("}", "\\}"))
                .replaceAll("\\\\$0")
                .replace("\\textbackslash\\{\\}", "\\textbackslash{}")
                .replace("^", "\\^{}")
                .replace("~", "\\~{}");
    }
}
