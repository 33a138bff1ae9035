/**
 * Folders of any Hadoop file system, with writes that are whole or not there. Start at {@code Folder}.
 */
@NullMarked
package thetascan.storage;

import org.jspecify.annotations.NullMarked;
