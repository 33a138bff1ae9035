/**
 * Named numbers that tune an optimiser, a detector or a scale; one declaration serves scan files, help and documentation. Also how settings are refused by their key, {@link thetascan.option.SettingException}. Start at {@link thetascan.option.Option}.
 */
@NullMarked
package thetascan.option;

import org.jspecify.annotations.NullMarked;
