/**
 * The codecs that {@code nacre eval} measures, behind one interface: Nacre's packs within the process, all others by their
 * own command-line tools, which are described by JSON ({@code codecs.json} beside these classes, and files of the user's
 * in the same form).
 */
package io.nacre.app.eval.codec;
