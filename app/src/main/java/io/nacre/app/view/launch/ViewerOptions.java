package io.nacre.app.view.launch;

import io.nacre.models.Device;
import io.nacre.models.PackLibrary;
import java.nio.file.Path;
import java.util.List;

/**
 * How the window begins.
 *
 * @param files to open at once
 * @param library of the packs
 * @param device that was asked for, or null for that of the settings
 * @param threads that were asked for, or 0 for those of the settings
 * @param settings file of the settings, or null to keep none
 */
public record ViewerOptions(List<Path> files, PackLibrary library, Device device, int threads, Path settings) {}
