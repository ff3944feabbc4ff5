package io.nacre.app.view.model;

import io.nacre.app.picture.RgbPicture;
import io.nacre.app.view.render.Layer;
import io.nacre.app.view.render.Picture;
import io.nacre.codec.image.EncodeTarget;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.DoubleConsumer;

/** Darkens pictures: by 101 - quality, into as many bytes as the quality times a hundred. */
final class FakeCoder implements Coder {
    private final String id;
    final List<Recipe> coded = new CopyOnWriteArrayList<>();
    final List<Rectangle> previewed = new CopyOnWriteArrayList<>();
    /** If set, coding waits for it; interruption ends the wait. */
    volatile CountDownLatch gate;

    volatile String failure;

    FakeCoder(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return "Fake " + id;
    }

    @Override
    public boolean hasEffort() {
        return false;
    }

    @Override
    public Result code(Original original, Recipe recipe, DoubleConsumer progress)
            throws IOException, InterruptedException {
        CountDownLatch waited = gate;
        if (waited != null) {
            waited.await();
        }
        if (failure != null) {
            throw new IOException(failure);
        }
        coded.add(recipe);
        progress.accept(0.5);
        double quality = quality(recipe.target());
        RgbPicture source = original.picture().flat();
        byte[] rgb = source.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) Math.max(0, (rgb[i] & 0xFF) - (int) (101 - quality));
        }
        Picture picture = Picture.of(new RgbPicture(source.width(), source.height(), rgb));
        return new Result(recipe, title(), picture, (long) (100 * quality), "q=" + quality, quality, 0.1, 0.2, null);
    }

    private static double quality(EncodeTarget target) {
        if (target instanceof EncodeTarget.Quality q) {
            return q.value();
        }
        return target instanceof EncodeTarget.Bytes bytes ? bytes.value() / 100.0 : 42;
    }

    @Override
    public Optional<Layer> preview(Original original, Recipe recipe, Rectangle part, Layer base) {
        previewed.add(part);
        Picture picture = Picture.of(new RgbPicture(part.width, part.height, new byte[3 * part.width * part.height]));
        return Optional.of(base.withPart(picture, part.x, part.y));
    }
}
