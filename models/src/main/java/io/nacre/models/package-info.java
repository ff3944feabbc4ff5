/**
 * Model packs and what runs them. A {@link io.nacre.models.ModelPack} is a checked zip of ONNX graphs and tables, found by a
 * {@link io.nacre.models.PackLibrary}; a {@link io.nacre.models.GraphRuntime} opens its graphs on a
 * {@link io.nacre.models.Device} as {@link io.nacre.models.Graph}s over {@link io.nacre.models.Tensor}s in native memory.
 */
package io.nacre.models;
