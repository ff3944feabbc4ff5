package io.nacre.codec.pcm;

/** The companded bytes of telephony (ITU-T G.711), as integers of 16 bits. */
final class G711Decoder implements SampleDecoder {
    private final float[] levels = new float[256];

    private G711Decoder() {}

    static G711Decoder aLaw() {
        G711Decoder decoder = new G711Decoder();
        for (int code = 0; code < 256; code++) {
            int bits = code ^ 0x55; // even bits travel inverted
            int segment = bits >> 4 & 7;
            int step = (bits & 15) << 4 | 8;
            int magnitude = segment == 0 ? step : (step | 0x100) << (segment - 1);
            decoder.setLevel(code, (bits & 0x80) != 0 ? magnitude : -magnitude);
        }
        return decoder;
    }

    static G711Decoder muLaw() {
        G711Decoder decoder = new G711Decoder();
        for (int code = 0; code < 256; code++) {
            int bits = ~code & 0xFF; // all bits travel inverted
            int bias = 0x84;
            int magnitude = (((bits & 15) << 3 | bias) << (bits >> 4 & 7)) - bias;
            decoder.setLevel(code, (bits & 0x80) != 0 ? -magnitude : magnitude);
        }
        return decoder;
    }

    private void setLevel(int code, int level) {
        levels[code] = level / 32768f;
    }

    @Override
    public SampleEncoding encoding() {
        return SampleEncoding.INT_16;
    }

    @Override
    public int bytes() {
        return 1;
    }

    @Override
    public void decode(byte[] in, int offset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            out[outOffset + i] = levels[in[offset + i] & 0xFF];
        }
    }
}
