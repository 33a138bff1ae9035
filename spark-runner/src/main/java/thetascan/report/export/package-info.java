/** Catalogues in the formats of others: SLHA, HEPData, research archives. {@link thetascan.report.export.ExportedPoints} is read first. */
@NullMarked
package thetascan.report.export;

import org.jspecify.annotations.NullMarked;
