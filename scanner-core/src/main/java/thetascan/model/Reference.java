package thetascan.model;

/**
 * A publication a result rests on.
 *
 * @param key    citation key
 * @param text   authors, title, journal
 * @param id     arXiv number or DOI, may be empty
 */
public record Reference(String key, String text, String id) {}
