package io.nacre.codec.audio;

import io.nacre.models.ModelException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/**
 * Codes the groups of one sound at one quality on the model's threads, in the order in which they come. Not
 * thread-safe; one object makes one file.
 */
final class SoundCoder {
    private final SoundModel model;
    private final GroupQuantizer quantizer;
    private final int quality;
    private final List<Future<byte[]>> payloads = new ArrayList<>();
    /** Groups that may still be worked on, oldest first. */
    private final Deque<Future<byte[]>> running = new ArrayDeque<>();

    /** @param quality of the header, 0..1008 */
    SoundCoder(SoundModel model, int quality) throws ModelException {
        this.model = model;
        this.quality = quality;
        quantizer = new GroupQuantizer(model.receiver(), model.sender(), quality);
    }

    /** Takes the next group. */
    void add(AnalysedGroup group) throws IOException {
        payloads.add(start(() -> quantizer.quantize(group)));
    }

    /**
     * Codes the first groups anew, up to which all channels were alike, for a sound whose channels are not. What a
     * channel becomes does not depend on the others, so it need not be analysed again.
     *
     * @param count groups; the sound's last one is not among them
     * @param channels of the sound
     */
    void repeatChannels(int count, int framesPerGroup, int channels) throws IOException {
        for (int g = 0; g < count; g++) {
            Future<byte[]> alone = payloads.get(g);
            payloads.set(g, start(() -> {
                ChannelSymbols[] symbols = new ChannelSymbols[channels];
                Arrays.fill(symbols, parsed(alone, framesPerGroup));
                return symbols;
            }));
        }
    }

    /**
     * Codes the first groups anew, up to which left and right were alike and so mid alone was coded, for a sound in
     * which they are not: with a side that was silent so far.
     *
     * @param count groups; the sound's last one is not among them
     */
    void addSilentSides(int count, int framesPerGroup, SilentChannel silence) throws IOException {
        for (int g = 0; g < count; g++) {
            Future<byte[]> alone = payloads.get(g);
            List<Future<short[]>> side = silence.group(g);
            payloads.set(g, start(() -> {
                ChannelSymbols mid = parsed(alone, framesPerGroup);
                return new ChannelSymbols[] {mid, quantizer.quantize(new AnalysedChannel(mid.level, side))};
            }));
        }
    }

    private ChannelSymbols parsed(Future<byte[]> payload, int frames) throws IOException {
        return new GroupParser(model.receiver(), 1, quality).parse(Workers.await(payload), frames)[0];
    }

    private Future<byte[]> start(Callable<ChannelSymbols[]> symbols) throws IOException {
        if (running.size() > model.workers().count()) { // bounds memory
            Workers.await(running.remove());
        }
        Future<byte[]> payload =
                model.workers().submit(() -> GroupEncoder.encode(model.receiver().tables, symbols.call()));
        running.add(payload);
        return payload;
    }

    /** The payloads of all groups. */
    List<byte[]> finish() throws IOException {
        List<byte[]> done = new ArrayList<>();
        for (Future<byte[]> payload : payloads) {
            done.add(Workers.await(payload));
        }
        return done;
    }
}
