package io.nacre.app.encode;

import io.nacre.codec.audio.SoundProgress;
import io.nacre.codec.image.Progress;
import java.util.OptionalLong;

/** Hears what happens while one input is encoded, on the thread that encodes it. */
public interface EncodeListener {
    /** Something that is no error but not as one might expect, in one clause. */
    void note(String note);

    /** A picture has been read and its encoding begins. */
    Progress picture();

    /**
     * A sound's header has been read and its encoding begins.
     *
     * @param samples of each channel, as the header declares them, which may be wrong by any amount
     * @param rate in Hz
     */
    SoundProgress sound(OptionalLong samples, int rate);
}
