package io.nacre.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.codec.alpha.AlphaCoder;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.RangeDecoder;
import io.nacre.entropy.RangeEncoder;
import java.util.Arrays;

/** Planes of alpha. */
class AlphaFuzzTest {
    private static final int MAX_SIDE = 70;

    @FuzzTest
    void anyStream(byte[] input) {
        FuzzBytes in = new FuzzBytes(input);
        int width = in.between(1, MAX_SIDE);
        int height = in.between(1, MAX_SIDE);
        byte[] stream = in.rest();
        try {
            RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
            byte[] plane = AlphaCoder.decode(decoder, width, height);
            if (plane.length != width * height) {
                throw new AssertionError(plane.length + " values for " + width + " x " + height);
            }
            decoder.finish();
        } catch (CorruptStreamException e) {
            // as declared
        }
    }

    @FuzzTest
    void roundTrip(byte[] input) throws CorruptStreamException {
        FuzzBytes in = new FuzzBytes(input);
        int width = in.between(1, MAX_SIDE);
        int height = in.between(1, MAX_SIDE);
        int near = in.between(0, AlphaCoder.MAX_NEAR);
        byte[] content = in.rest();
        byte[] plane = new byte[width * height];
        for (int i = 0; i < plane.length && content.length > 0; i++) {
            plane[i] = content[i % content.length];
        }
        RangeEncoder encoder = new RangeEncoder();
        AlphaCoder.encode(encoder, plane, width, height, near);
        byte[] stream = encoder.finish();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        byte[] decoded = AlphaCoder.decode(decoder, width, height);
        decoder.finish();
        for (int i = 0; i < plane.length; i++) {
            int was = plane[i] & 0xFF;
            int is = decoded[i] & 0xFF;
            boolean end = was == 0 || was == 255 || is == 0 || is == 255;
            if (Math.abs(was - is) > near || (end && was != is)) {
                throw new AssertionError(was + " became " + is + " with an error of " + near + " allowed");
            }
        }
        if (near == 0 && !Arrays.equals(plane, decoded)) {
            throw new AssertionError("not exact");
        }
    }
}
