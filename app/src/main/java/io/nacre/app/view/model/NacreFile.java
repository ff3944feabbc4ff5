package io.nacre.app.view.model;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;

/**
 * A picture file of Nacre's in memory.
 *
 * @param reader over the bytes
 * @param bytes the whole file; not to be changed
 * @param model name of the pack
 */
@SuppressWarnings("ArrayRecordComponent") // written to files, compared by nobody
public record NacreFile(ContainerReader reader, byte[] bytes, String model) {
    /** Quality, 0 to 100. */
    public double quality() {
        return 100.0 * reader.header().quality() / ImageHeader.MAX_QUALITY;
    }
}
