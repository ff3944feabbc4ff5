/**
 * Targets for the fuzzer, Jazzer, and what they share. In ordinary test runs each target is called with the inputs beside it
 * in the resources: seeds, and all that were found to break something. {@code .ci/fuzz} fuzzes one. A target lets no
 * exception through but those that its subject declares; targets of what is private to a package stand there.
 */
package io.nacre.codec.fuzz;
