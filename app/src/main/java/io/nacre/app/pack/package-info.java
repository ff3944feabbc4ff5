/** The models of a program's run: opened when they are first wanted, shared, closed together. */
package io.nacre.app.pack;
