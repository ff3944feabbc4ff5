package io.nacre.codec.audio;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/**
 * One channel of a coding group, ready to be quantised at any quality. Thread-safe.
 *
 * @param level of the group
 * @param chunks consecutive latents [frame][latent], binary16, which may still be worked on
 */
record AnalysedChannel(int level, List<Future<short[]>> chunks) {
    /**
     * The latents of all frames, waiting for them if need be. A worker may wait here: chunks are handed to the workers
     * before anything that waits for them, and wait for nothing themselves.
     *
     * @return [frame][latent], binary16
     * @throws IOException if the thread was interrupted
     */
    short[] latents() throws IOException {
        List<short[]> parts = new ArrayList<>();
        int count = 0;
        for (Future<short[]> chunk : chunks) {
            short[] part = Workers.await(chunk);
            parts.add(part);
            count += part.length;
        }
        short[] latents = new short[count];
        int done = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, latents, done, part.length);
            done += part.length;
        }
        return latents;
    }
}
