/**
 * The command line {@code nacre}: one class a command over {@link io.nacre.app.cli.AbstractCommand}, mixins for the options
 * that commands share, {@link io.nacre.app.cli.Decoding}, {@link
 * io.nacre.app.cli.Comparison} and {@link io.nacre.app.cli.Description} for what is done with a picture or a sound, {@link
 * io.nacre.app.cli.JobPlan} for which input becomes which output, {@link
 * io.nacre.app.cli.Batch} for going through them, {@link io.nacre.app.cli.OutputFile} for writing safely, {@link
 * io.nacre.app.cli.Failure} for what an error is called and {@link io.nacre.app.cli.ExitCode} for how the program ends.
 * Results go to standard output, everything else to standard error.
 */
package io.nacre.app.cli;
