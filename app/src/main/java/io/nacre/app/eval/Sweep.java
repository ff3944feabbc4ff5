package io.nacre.app.eval;

import io.nacre.app.eval.codec.Codec;
import io.nacre.app.eval.codec.CodecException;
import io.nacre.app.eval.codec.CodecInfo;
import io.nacre.app.eval.codec.Coded;
import io.nacre.app.eval.codec.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A codec with a part of its settings. */
final class Sweep<M> implements Codec<M> {
    private final Codec<M> codec;
    private final CodecInfo info;

    /** @param points most settings, at least 2, or 0 for all */
    Sweep(Codec<M> codec, int points) {
        this.codec = codec;
        this.info = codec.info().withSettings(spread(codec.info().settings(), points));
    }

    /** Evenly spread over the list, with both ends. */
    private static List<String> spread(List<String> settings, int points) {
        if (points == 0 || points >= settings.size()) {
            return settings;
        }
        List<String> some = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            some.add(settings.get((int) Math.round((double) i * (settings.size() - 1) / (points - 1))));
        }
        return some;
    }

    @Override
    public CodecInfo info() {
        return info;
    }

    @Override
    public Coded<M> code(Source<M> source, String setting, Path work)
            throws CodecException, IOException, InterruptedException {
        return codec.code(source, setting, work);
    }
}
