package io.nacre.app.view;

/**
 * A model pack as the settings list it.
 *
 * @param name of the pack
 * @param id sixteen hexadecimal digits
 * @param place folder it was found in, or {@code shipped}
 */
public record InstalledPack(String name, String id, String place) {}
