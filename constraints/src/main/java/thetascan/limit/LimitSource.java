package thetascan.limit;

/**
 * Where a limit comes from.
 *
 * @param id         number of the limit, unique in a data set
 * @param reference  arXiv number or number of the note
 * @param citeKey    INSPIRE key
 * @param source     table or figure the numbers come from
 * @param collider   where
 * @param experiment who, e.g. {@code ATLAS}
 * @param luminosity integrated luminosity [1/fb]
 * @param process    what was searched for, in words
 * @param file       file it was read from
 */
public record LimitSource(
        long id,
        String reference,
        String citeKey,
        String source,
        Collider collider,
        String experiment,
        double luminosity,
        String process,
        String file) {

    /** {@return short name, e.g. {@code ATLAS_2020039}} */
    public String label() {
        return experiment + "_" + id;
    }
}
