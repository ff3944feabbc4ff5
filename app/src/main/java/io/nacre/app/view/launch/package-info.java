/** Puts the window together: settings, models, coders and modes, within JavaFX's life cycle. The only package that knows all modes. */
package io.nacre.app.view.launch;
