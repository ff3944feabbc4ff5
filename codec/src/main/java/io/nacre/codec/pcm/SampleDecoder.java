package io.nacre.codec.pcm;

/** Turns the bytes of samples into numbers of full scale -1..1. Immutable. */
interface SampleDecoder {
    SampleEncoding encoding();

    /** Bytes of a sample. */
    int bytes();

    /** Decodes {@code count} samples, which lie in a row from {@code offset} on. */
    void decode(byte[] in, int offset, float[] out, int outOffset, int count);
}
