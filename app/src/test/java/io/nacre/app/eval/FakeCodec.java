package io.nacre.app.eval;

import io.nacre.app.eval.codec.Codec;
import io.nacre.app.eval.codec.CodecException;
import io.nacre.app.eval.codec.CodecInfo;
import io.nacre.app.eval.codec.Coded;
import io.nacre.app.eval.codec.Cost;
import io.nacre.app.eval.codec.MediaKind;
import io.nacre.app.eval.codec.Source;
import io.nacre.app.picture.RgbPicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Rounds samples to multiples of a step; the file's length falls with the step. */
final class FakeCodec implements Codec<RgbPicture> {
    static final List<String> STEPS = List.of("step=96", "step=64", "step=32", "step=16", "step=8", "step=2");

    final AtomicInteger calls = new AtomicInteger();
    private final CodecInfo info;
    private final double rateFactor;
    private final String failing;
    private final int diskFullAfter;

    private FakeCodec(String id, double rateFactor, String failing, int diskFullAfter) {
        this.info = new CodecInfo(
                id, id, MediaKind.PICTURE, id, "", List.of(), List.of(), STEPS, "1", "r" + rateFactor, 0, null);
        this.rateFactor = rateFactor;
        this.failing = failing;
        this.diskFullAfter = diskFullAfter;
    }

    static FakeCodec of(String id, double rateFactor) {
        return new FakeCodec(id, rateFactor, "", Integer.MAX_VALUE);
    }

    /** Fails at one setting. */
    FakeCodec failingAt(String setting) {
        return new FakeCodec(info.id(), rateFactor, setting, diskFullAfter);
    }

    /** The run can't go on after so many codings. */
    FakeCodec diskFullAfter(int codings) {
        return new FakeCodec(info.id(), rateFactor, failing, codings);
    }

    @Override
    public CodecInfo info() {
        return info;
    }

    @Override
    public Coded<RgbPicture> code(Source<RgbPicture> picture, String setting, Path work)
            throws CodecException, IOException {
        if (calls.incrementAndGet() > diskFullAfter) {
            throw new IOException("disk full");
        }
        if (setting.equals(failing)) {
            throw new CodecException("fell over, \"badly\"");
        }
        int step = Integer.parseInt(setting.substring("step=".length()));
        byte[] rgb = picture.content().rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.min(255, ((rgb[i] & 0xFF) + step / 2) / step * step);
        }
        long bytes = Math.round(rateFactor * rgb.length / step);
        RgbPicture decoded =
                new RgbPicture(picture.content().width(), picture.content().height(), rgb);
        Cost cost = new Cost(System.nanoTime() % 1000 / 1e3 + 1e-3, Double.NaN, 0);
        return new Coded<>(bytes, decoded, cost, cost);
    }
}
