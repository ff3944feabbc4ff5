package io.nacre.codec.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.codec.fuzz.FuzzBytes;
import io.nacre.codec.fuzz.NoGraph;
import io.nacre.codec.fuzz.PackEntries;
import io.nacre.codec.fuzz.Seeds;
import io.nacre.codec.latent.Gains;
import io.nacre.codec.latent.PackBytes;
import io.nacre.codec.latent.RowTables;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.ExpGolomb;
import io.nacre.entropy.RangeEncoder;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import java.util.Arrays;
import java.util.Map;

/** The payloads of picture tiles, and the tables of packs by which they are parsed. No graph runs. */
class TileFuzzTest {
    private static final int MAX_SIDE = 130;
    private static final int MAX_QUALITY = 1008;
    private static final byte[] TINY = Seeds.resource("/io/nacre/codec/image/image-tiny.zip");
    private static final Map<String, byte[]> ENTRIES = PackEntries.of(TINY);
    private static final Receiver RECEIVER = receiver(TINY);

    private static Receiver receiver(byte[] pack) {
        try {
            return new Receiver(ModelPack.open(pack), (onnx, threads) -> new NoGraph(), 1);
        } catch (ModelException e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest
    void anyPayload(byte[] input) {
        FuzzBytes in = new FuzzBytes(input);
        TileGeometry geometry = new TileGeometry(in.between(1, MAX_SIDE), in.between(1, MAX_SIDE));
        TileParser parser = new TileParser(RECEIVER, in.between(0, MAX_QUALITY), in.bit());
        try {
            parser.parse(in.rest(), geometry);
        } catch (CorruptStreamException e) {
            // as declared
        }
    }

    /** Any symbols come back from their payload. */
    @FuzzTest
    void anySymbols(byte[] input) throws CorruptStreamException {
        FuzzBytes in = new FuzzBytes(input);
        TileGeometry geometry = new TileGeometry(in.between(1, MAX_SIDE), in.between(1, MAX_SIDE));
        int quality = in.between(0, MAX_QUALITY);
        int step = RECEIVER.step(quality);
        int hyper = RECEIVER.spec.hyperChannels();
        byte[] z = new byte[geometry.zWidth() * geometry.zHeight() * hyper];
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < z.length; i++) {
            z[i] = in.bit() ? (byte) in.between(-127, 127) : 0;
            RECEIVER.tables.z(quality, i % hyper).encode(encoder, z[i]);
        }
        TileSymbols symbols = new TileSymbols(geometry, z, RECEIVER.spec.latentChannels());
        byte[] rows = RECEIVER.rowPredictor.rows(z, geometry.zHeight(), geometry.zWidth(), step);
        LatentScan scan = new LatentScan(RECEIVER.spec, RECEIVER.tables, symbols, rows, step) {
            private final ExpGolomb escape = RowTables.escapeCode();

            @Override
            protected int symbol(int index, int row) {
                int s = switch (in.unsignedByte() & 15) {
                    case 0 -> in.between(-32_767, 32_767);
                    case 1, 2, 3 -> in.between(-40, 40);
                    default -> 0;
                };
                RECEIVER.tables.row(row).encode(encoder, s, escape);
                return s;
            }
        };
        scan.run(0);
        scan.run(1);
        byte[] stream = encoder.finish();
        byte[] payload = new byte[stream.length + 2];
        payload[0] = (byte) (symbols.check() >> 8);
        payload[1] = (byte) symbols.check();
        System.arraycopy(stream, 0, payload, 2, stream.length);
        TileParser parser = new TileParser(RECEIVER, quality, false);
        TileSymbols parsed = parser.parse(payload, geometry).symbols();
        if (!Arrays.equals(symbols.z, parsed.z)
                || !Arrays.equals(symbols.s, parsed.s)
                || !Arrays.equals(symbols.rows, parsed.rows)) {
            throw new AssertionError("symbols have changed");
        }
    }

    /** The binary entries and receiver.json of a pack, edited; the manifest vouches for what came of that. */
    @FuzzTest
    void editedPacks(byte[] input) {
        FuzzBytes in = new FuzzBytes(input);
        String[] names = {"receiver.json", "tables.bin", "row_predictor.bin", "recv_gains.bin"};
        String name = names[in.between(0, names.length - 1)];
        byte[] entry = PackEntries.edited(ENTRIES.get(name), in);
        try {
            switch (name) {
                case "receiver.json" -> ReceiverSpec.parse(entry);
                case "tables.bin" -> CodingTables.parse(RECEIVER.spec, entry);
                case "row_predictor.bin" -> RowPredictor.parse(RECEIVER.spec, entry);
                default -> parseGains(entry);
            }
        } catch (ModelException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("not a sentence", e);
            }
        }
    }

    private static void parseGains(byte[] entry) throws ModelException {
        PackBytes bytes = new PackBytes("recv_gains.bin", entry);
        Gains.parse(RECEIVER.spec.latentChannels(), bytes);
        bytes.end();
    }
}
