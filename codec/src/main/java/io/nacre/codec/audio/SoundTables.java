package io.nacre.codec.audio;

import io.nacre.codec.latent.PackBytes;
import io.nacre.codec.latent.RowTables;
import io.nacre.models.ModelException;

/**
 * A sound pack's tables.bin. Immutable, thread-safe.
 *
 * @param skipBelow rows below this carry no symbol
 * @param rows histograms and centroids of the rows
 */
record SoundTables(int skipBelow, RowTables rows) {
    static SoundTables parse(byte[] bytes) throws ModelException {
        PackBytes in = new PackBytes("tables.bin", bytes);
        in.expect(RowTables.ROWS, "the number of rows");
        SoundTables tables = new SoundTables(in.unsignedByte(), RowTables.parse(in));
        in.end();
        return tables;
    }
}
