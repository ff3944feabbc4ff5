package io.nacre.codec.audio;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.codec.fuzz.FuzzBytes;
import io.nacre.codec.fuzz.NoGraph;
import io.nacre.codec.fuzz.PackEntries;
import io.nacre.codec.fuzz.Seeds;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import java.util.Arrays;
import java.util.Map;

/** The payloads of coding groups, and the tables of packs by which they are parsed. No graph runs. */
class GroupFuzzTest {
    private static final int MAX_QUALITY = 1008;
    private static final byte[] TINY = Seeds.resource("/io/nacre/codec/audio/audio-tiny.zip");
    private static final Map<String, byte[]> ENTRIES = PackEntries.of(TINY);
    private static final SoundReceiver RECEIVER = receiver(TINY);

    private static SoundReceiver receiver(byte[] pack) {
        try {
            return new SoundReceiver(ModelPack.open(pack), onnx -> new NoGraph());
        } catch (ModelException e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest
    void anyPayload(byte[] input) {
        FuzzBytes in = new FuzzBytes(input);
        GroupParser parser = new GroupParser(RECEIVER, in.between(1, 3), in.between(0, MAX_QUALITY));
        int frames = in.between(1, 101);
        try {
            parser.parse(in.rest(), frames);
        } catch (CorruptStreamException e) {
            // as declared
        }
    }

    /** Any symbols come back from their payload, and make finite latents. */
    @FuzzTest
    void anySymbols(byte[] input) throws CorruptStreamException {
        FuzzBytes in = new FuzzBytes(input);
        int quality = in.between(0, MAX_QUALITY);
        int frames = in.between(1, 60);
        ChannelSymbols[] channels = new ChannelSymbols[in.between(1, 2)];
        for (int c = 0; c < channels.length; c++) {
            channels[c] = new ChannelSymbols(RECEIVER.spec.channels(), frames);
            channels[c].level = in.unsignedByte();
            new FrameScan(RECEIVER, channels[c], quality) {
                @Override
                protected int symbol(int index, int row) {
                    return switch (in.unsignedByte() & 15) {
                        case 0 -> in.between(-32_767, 32_767);
                        case 1, 2, 3 -> in.between(-40, 40);
                        default -> 0;
                    };
                }
            }.run();
        }
        byte[] payload = GroupEncoder.encode(RECEIVER.tables, channels);
        ChannelSymbols[] parsed = new GroupParser(RECEIVER, channels.length, quality).parse(payload, frames);
        float[] gains = RECEIVER.gains.at(RECEIVER.spec.qualities().share(quality));
        for (int c = 0; c < channels.length; c++) {
            if (channels[c].level != parsed[c].level
                    || !Arrays.equals(channels[c].s, parsed[c].s)
                    || !Arrays.equals(channels[c].rows, parsed[c].rows)) {
                throw new AssertionError("symbols of channel " + c + " have changed");
            }
            for (float latent : new DecodedChannel(RECEIVER, gains, parsed[c]).latents) {
                if (!Float.isFinite(latent)) {
                    throw new AssertionError("a latent is " + latent);
                }
            }
        }
    }

    /** The binary entries and receiver.json of a pack, edited. */
    @FuzzTest
    void editedPacks(byte[] input) {
        FuzzBytes in = new FuzzBytes(input);
        String[] names = {"receiver.json", "tables.bin", "row_context.bin", "means.bin"};
        String name = names[in.between(0, names.length - 1)];
        byte[] entry = PackEntries.edited(ENTRIES.get(name), in);
        try {
            switch (name) {
                case "receiver.json" -> SoundSpec.parse(entry);
                case "tables.bin" -> SoundTables.parse(entry);
                case "row_context.bin" -> RowContext.parse(RECEIVER.spec, entry);
                default -> MeanPredictor.parse(RECEIVER.spec, entry);
            }
        } catch (ModelException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("not a sentence", e);
            }
        }
    }
}
