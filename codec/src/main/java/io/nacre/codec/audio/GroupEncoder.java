package io.nacre.codec.audio;

import io.nacre.codec.latent.RowTables;
import io.nacre.entropy.ExpGolomb;
import io.nacre.entropy.RangeEncoder;

/** Codes the symbols of coding groups; {@link GroupParser} is its mirror. */
final class GroupEncoder {
    private GroupEncoder() {}

    /**
     * Codes a group.
     *
     * @param channels those that are coded, all of as many frames, with their rows
     * @return the payload of its TILE box
     */
    static byte[] encode(SoundTables tables, ChannelSymbols[] channels) {
        RangeEncoder encoder = new RangeEncoder();
        ExpGolomb escape = RowTables.escapeCode();
        for (ChannelSymbols channel : channels) {
            encoder.encodeBits(channel.level, 8);
            for (int i = 0; i < channel.s.length; i++) {
                int row = channel.rows[i];
                if (row >= tables.skipBelow()) {
                    tables.rows().table(row).encode(encoder, channel.s[i], escape);
                }
            }
        }
        byte[] stream = encoder.finish();
        byte[] payload = new byte[stream.length + 2];
        int check = ChannelSymbols.check(channels);
        payload[0] = (byte) (check >> 8);
        payload[1] = (byte) check;
        System.arraycopy(stream, 0, payload, 2, stream.length);
        return payload;
    }
}
