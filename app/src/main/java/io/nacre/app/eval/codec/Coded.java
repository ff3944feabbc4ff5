package io.nacre.app.eval.codec;

/**
 * An item that went through a codec.
 *
 * @param <M> what it is in memory
 * @param bytes length of the file that was written
 * @param decoded what came back, read from that file; of the source's size
 */
public record Coded<M>(long bytes, M decoded, Cost encode, Cost decode) {}
