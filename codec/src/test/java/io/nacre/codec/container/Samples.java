package io.nacre.codec.container;

import io.nacre.models.PackId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Files to test with, made by the writer. */
final class Samples {
    private Samples() {}

    static byte[] bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    static List<byte[]> tiles(SplittableRandom random, ImageHeader header, int maxLength) {
        List<byte[]> tiles = new ArrayList<>();
        for (long i = 0; i < header.tileCount(); i++) {
            tiles.add(bytes(random, random.nextInt(maxLength + 1)));
        }
        return tiles;
    }

    /** A file of 3 x 2 tiles with all metadata; the index stands behind the tiles if {@code piped}. */
    static byte[] small(boolean piped) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        ImageHeader header =
                new ImageHeader(150, 100, false, true, false, true, new PackId(random.nextLong()), 333, 64);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(file, header);
        writer.writeIcc(bytes(random, 20));
        if (piped) {
            for (byte[] tile : tiles(random, header, 30)) {
                writer.writeTile(tile);
            }
        } else {
            writer.writeTiles(tiles(random, header, 30));
        }
        writer.writeExif(bytes(random, 15));
        writer.writeXmp(bytes(random, 130));
        writer.finish();
        return file.toByteArray();
    }
}
