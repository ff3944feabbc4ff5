/**
 * View models of the picture side, without JavaFX: the open picture, its two results, what they measure, the curve, the inside
 * of a file, settings. They belong to the window's thread; work goes to {@link io.nacre.app.view.model.Background} and
 * comes back through the executor of that thread, so that tests run without a display.
 */
package io.nacre.app.view.model;
