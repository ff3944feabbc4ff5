/**
 * The encode queue of the viewer. {@link io.nacre.app.view.queue.EncodeQueue} is the view model: it finds inputs, encodes
 * them on its own threads by a {@link io.nacre.app.view.queue.FileEncoder} and hands out snapshots of its entries; it uses no
 * type of JavaFX. {@link io.nacre.app.view.queue.QueueMode} shows it in a table, with panels for settings and totals.
 */
package io.nacre.app.view.queue;
