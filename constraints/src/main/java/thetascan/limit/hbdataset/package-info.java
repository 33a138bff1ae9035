/**
 * Reads search limits from files in the HBDataset layout. Start at {@link thetascan.limit.hbdataset.HbDataset}.
 */
@NullMarked
package thetascan.limit.hbdataset;

import org.jspecify.annotations.NullMarked;
