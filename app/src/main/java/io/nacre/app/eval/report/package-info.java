/**
 * The report of an evaluation that people read: {@link io.nacre.app.eval.report.HtmlReport} writes one self-contained page
 * and the plots of its rate-distortion curves. A plot is laid out once ({@code Plot}) and drawn as SVG and as PNG; the
 * page's parts are one class each; whatever comes from a run is text that is escaped ({@code Markup}), as names of files
 * are not to be trusted. The page's script and style lie beside as resources.
 */
package io.nacre.app.eval.report;
