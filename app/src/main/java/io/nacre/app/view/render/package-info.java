/**
 * Pictures as they are seen, without JavaFX: levels of detail, the place of a picture in a view, and the painting of one or
 * two pictures into an array of pixels (split, side by side, difference). Tested without a display; a control only shows
 * the array.
 */
package io.nacre.app.view.render;
