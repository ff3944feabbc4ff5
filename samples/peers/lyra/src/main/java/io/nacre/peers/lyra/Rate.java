package io.nacre.peers.lyra;

/** Rates of Lyra V2: so many stages of the residual quantizer, each an index of 4 bits for a frame of 20 ms. */
enum Rate {
    KBPS_3(3200, 16),
    KBPS_6(6000, 30),
    KBPS_9(9200, 46);

    private static final int INDEX_BITS = 4;

    private final int bitsPerSecond;
    private final int stages;

    Rate(int bitsPerSecond, int stages) {
        this.bitsPerSecond = bitsPerSecond;
        this.stages = stages;
    }

    /** @throws IllegalArgumentException if there is no such rate */
    static Rate of(int bitsPerSecond) {
        for (Rate rate : values()) {
            if (rate.bitsPerSecond == bitsPerSecond) {
                return rate;
            }
        }
        throw new IllegalArgumentException("Lyra has rates of 3200, 6000 and 9200 bit/s, not " + bitsPerSecond);
    }

    /** Stages of the quantizer that are sent. */
    int stages() {
        return stages;
    }

    /** Bytes of a packet. */
    int bytes() {
        return stages * INDEX_BITS / Byte.SIZE;
    }

    /** Packs the indices of a frame, the first into the highest bits. */
    byte[] pack(int[] indices) {
        byte[] packet = new byte[bytes()];
        for (int i = 0; i < stages; i++) {
            packet[i / 2] |= (byte) (i % 2 == 0 ? indices[i] << INDEX_BITS : indices[i]);
        }
        return packet;
    }

    /** The indices of a packet. */
    int[] unpack(byte[] packet) {
        int[] indices = new int[stages];
        for (int i = 0; i < stages; i++) {
            indices[i] = (i % 2 == 0 ? packet[i / 2] >> INDEX_BITS : packet[i / 2]) & 15;
        }
        return indices;
    }
}
