/**
 * The rate-distortion evaluation behind {@code nacre eval}: codecs are swept over their settings on a folder of pictures or
 * of sounds ({@link io.nacre.app.eval.Evaluation}; {@link io.nacre.app.eval.Media} is what differs between the two), results
 * are kept as they come so that a run can be stopped and resumed, and a finished run is an immutable {@link
 * io.nacre.app.eval.EvalRun}, from which reports are written and regressions found.
 */
package io.nacre.app.eval;
