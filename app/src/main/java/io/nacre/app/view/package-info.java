/**
 * The desktop window of {@code nacre view}: the application, its window with the switch of modes, settings, and what all modes
 * share. What the modes know and compute is in packages without JavaFX ({@code model} and the modes' own), which are tested
 * without a display; their controls are beside them.
 */
package io.nacre.app.view;
