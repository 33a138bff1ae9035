package thetascan.external.model;

import java.util.List;
import thetascan.external.Outcome;

/**
 * The answer to a request.
 *
 * @param id      of the request
 * @param results one for each of its points, in their order
 */
record Answer(long id, List<Outcome> results) {}
