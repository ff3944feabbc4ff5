package io.nacre.codec.fuzz;

import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.ImageHeader;
import io.nacre.models.PackId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Valid files to begin with. */
public final class Seeds {
    /** How many {@link #file} knows. */
    public static final int FILES = 4;

    private static final byte[][] MADE = new byte[FILES][];

    private Seeds() {}

    /** A Nacre file: 0 a picture that decodes, 1 a sound that does, 2 and 3 pictures with made-up tiles and metadata. */
    public static synchronized byte[] file(int index) {
        if (MADE[index] == null) {
            MADE[index] = switch (index) {
                case 0 -> resource("/io/nacre/codec/image/golden.nacre");
                case 1 -> resource("/io/nacre/codec/audio/golden.nacre");
                default -> madeUp(index == 3);
            };
        }
        return MADE[index];
    }

    /** What lies beside the tests. */
    public static byte[] resource(String name) {
        try (InputStream in = Seeds.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] madeUp(boolean piped) {
        ImageHeader header = new ImageHeader(150, 100, false, true, false, true, new PackId(77), 333, 64);
        List<byte[]> tiles = new ArrayList<>();
        for (int i = 0; i < header.tileCount(); i++) {
            tiles.add(new byte[3 + 2 * i]);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContainerWriter writer = new ContainerWriter(out, header);
            writer.writeIcc(new byte[20]);
            if (piped) {
                for (byte[] tile : tiles) {
                    writer.writeTile(tile);
                }
            } else {
                writer.writeTiles(tiles);
            }
            writer.writeExif(new byte[9]);
            writer.writeXmp(new byte[7]);
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
