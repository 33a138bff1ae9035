package thetascan.external.model;

import java.nio.file.Path;

/**
 * Where values of programs are kept.
 *
 * @param size    of the folder, in bytes
 * @param version of the model
 */
record CacheSpec(Path folder, long size, String version) {}
