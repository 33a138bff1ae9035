/**
 * A page about catalogues for a browser, as a file or of a scan that runs. {@link thetascan.report.page.HtmlReport} is read
 * first.
 */
@NullMarked
package thetascan.report.page;

import org.jspecify.annotations.NullMarked;
