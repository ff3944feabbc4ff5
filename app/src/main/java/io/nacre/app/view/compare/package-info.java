/**
 * The mode that compares pictures: the view with its split, the panel with recipes, measures and curve, the inside of a file.
 * Controls only; what they show and do is in {@link io.nacre.app.view.model}.
 */
package io.nacre.app.view.compare;
