package io.nacre.app.view.model;

import io.nacre.app.eval.codec.Codec;
import io.nacre.app.eval.codec.CodecException;
import io.nacre.app.eval.codec.Coded;
import io.nacre.app.eval.codec.Folders;
import io.nacre.app.eval.codec.Source;
import io.nacre.app.picture.RgbPicture;
import io.nacre.app.view.render.Layer;
import io.nacre.app.view.render.Picture;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.metrics.Psnr;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;

/** A codec that others made, run by its own tools. Targets are met by bisection over its setting. */
public final class RivalCoder implements Coder {
    private static final int MAX_TRIES = 10;
    /** A size this close below the target is close enough. */
    private static final double NEAR_SIZE = 0.99;

    private static final double NEAR_DECIBELS = 0.03;

    private final Codec<RgbPicture> codec;
    private final RivalSource sources;
    private final SettingScale scale;

    /** @param sources of the open picture, shared with other coders */
    public RivalCoder(Codec<RgbPicture> codec, RivalSource sources) {
        this.codec = codec;
        this.sources = sources;
        scale = new SettingScale(codec.info().settings());
    }

    @Override
    public String id() {
        return codec.info().id();
    }

    @Override
    public String title() {
        return codec.info().title();
    }

    @Override
    public boolean hasEffort() {
        return false;
    }

    /** What came of one setting. */
    private record Trial(double quality, String setting, Coded<RgbPicture> coded) {}

    @Override
    public Result code(Original original, Recipe recipe, DoubleConsumer progress)
            throws IOException, InterruptedException {
        Source<RgbPicture> source = sources.of(original);
        EncodeTarget target = recipe.target();
        Trial trial;
        if (target instanceof EncodeTarget.Quality quality) {
            trial = trial(source, quality.value());
        } else if (target instanceof EncodeTarget.Psnr psnr) {
            trial = smallestReaching(source, psnr.value(), progress);
        } else {
            trial = largestWithin(source, size(target, original), progress);
        }
        return new Result(
                recipe,
                title(),
                Picture.of(trial.coded.decoded()),
                trial.coded.bytes(),
                trial.setting,
                trial.quality,
                trial.coded.encode().wallSeconds(),
                trial.coded.decode().wallSeconds(),
                null);
    }

    private static long size(EncodeTarget target, Original original) {
        return target instanceof EncodeTarget.Bytes bytes
                ? bytes.value()
                : (long) Math.floor(((EncodeTarget.BitsPerPixel) target).value() * original.pixels() / 8);
    }

    private Trial trial(Source<RgbPicture> source, double quality) throws IOException, InterruptedException {
        String setting = scale.setting(quality);
        Path work = Files.createTempDirectory("nacre-rival");
        try {
            return new Trial(quality, setting, codec.code(source, setting, work));
        } catch (CodecException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            Folders.delete(work);
        }
    }

    private Trial largestWithin(Source<RgbPicture> source, long size, DoubleConsumer progress)
            throws IOException, InterruptedException {
        Trial found = search(
                source,
                0,
                trial -> trial.coded.bytes() <= size,
                trial -> trial.coded.bytes() >= NEAR_SIZE * size,
                progress);
        if (found.coded.bytes() > size) {
            throw new IOException(
                    "the smallest file of " + title() + " has " + found.coded.bytes() + " bytes, not " + size);
        }
        return found;
    }

    private Trial smallestReaching(Source<RgbPicture> source, double wanted, DoubleConsumer progress)
            throws IOException, InterruptedException {
        Trial found = search(
                source,
                100,
                trial -> psnr(source, trial) >= wanted,
                trial -> psnr(source, trial) <= wanted + NEAR_DECIBELS,
                progress);
        double reached = psnr(source, found);
        if (reached < wanted) {
            throw new IOException(
                    String.format(Locale.ROOT, "%s reaches %.2f dB here, not %.2f", title(), reached, wanted));
        }
        return found;
    }

    /**
     * The setting farthest from an end of the scale that still meets a condition.
     *
     * @param good end of the scale that meets it if any does: 0 or 100
     * @param near whether a trial that meets it is good enough
     * @return what the end gives if that does not meet the condition
     */
    private Trial search(
            Source<RgbPicture> source,
            double good,
            Predicate<Trial> meets,
            Predicate<Trial> near,
            DoubleConsumer progress)
            throws IOException, InterruptedException {
        Trial best = trial(source, good);
        if (!meets.test(best)) {
            return best;
        }
        double bad = 100 - good;
        double next = bad;
        for (int i = 1; i < MAX_TRIES && !near.test(best); i++) {
            progress.accept((double) i / MAX_TRIES);
            Trial tried = trial(source, next);
            if (meets.test(tried)) {
                best = tried;
                good = next;
            } else {
                bad = next;
            }
            next = (good + bad) / 2;
            String setting = scale.setting(next);
            if (setting.equals(scale.setting(good)) || setting.equals(scale.setting(bad))) {
                break;
            }
        }
        return best;
    }

    private static double psnr(Source<RgbPicture> source, Trial trial) {
        return Psnr.of(source.content().rgb(), trial.coded.decoded().rgb());
    }

    @Override
    public Optional<Layer> preview(Original original, Recipe recipe, Rectangle part, Layer base) {
        return Optional.empty();
    }
}
