package io.nacre.app.view.model;

import io.nacre.app.eval.Metric;
import io.nacre.app.view.model.Background.Job;
import io.nacre.app.view.model.Background.Lane;
import io.nacre.app.view.render.Layer;
import io.nacre.app.view.render.Scene;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.raster.Pixels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * The open picture and the two sides that are compared. Belongs to the window's thread, on which listeners are called.
 */
public final class CompareModel implements AutoCloseable {
    private static final double LARGEST_PSNR = 100;

    /** What listeners hear of. */
    public enum Change {
        /** Another picture, or it could not be opened. */
        PICTURE,
        /** Place, zoom, arrangement. */
        VIEW,
        /** Recipes, results, measures. */
        SIDES,
        /** How far the work is. */
        PROGRESS,
        /** Which coders there are. */
        CODERS,
        CURVES,
        INSIDE
    }

    /** In what two results are to be equal. */
    public enum Match {
        SIZE,
        /** PSNR of the RGB samples. */
        QUALITY
    }

    private final Background background;
    private final PictureLoader loader;
    private final List<Consumer<Change>> listeners = new ArrayList<>();
    private final Map<String, Coder> coders = new LinkedHashMap<>();
    private final ViewState view = new ViewState(() -> changed(Change.VIEW));
    private final RateCurves curves = new RateCurves();
    private final SideModel left;
    private final SideModel right;
    private final CurveFiller filler;
    private final InsideModel inside;
    private final Recipe first;
    private Original original;
    private Job loading;
    private Throwable failure;
    private Path failedFile;

    /**
     * Nothing is open yet.
     *
     * @param first recipe of the right side, of a coder that is there
     */
    public CompareModel(
            Background background, PictureLoader loader, Coder own, Recipe first, InsideModel.Inspector inspector) {
        this.background = background;
        this.loader = loader;
        this.first = first;
        coders.put(own.id(), own);
        left = new SideModel(this, background);
        right = new SideModel(this, background);
        right.recipe(first);
        filler = new CurveFiller(this, background);
        inside = new InsideModel(this, background, inspector);
    }

    public void listen(Consumer<Change> listener) {
        listeners.add(listener);
    }

    void changed(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    /** Opens a picture beside the window's thread; the one before stays until then. */
    public void open(Path file) {
        load(file, () -> loader.load(file));
    }

    /** Opens a picture that has no file. */
    public void open(Pixels pixels, String name) {
        load(Path.of(name), () -> PictureLoader.pasted(pixels, name));
    }

    @FunctionalInterface
    private interface Loading {
        Original load() throws Exception;
    }

    private void load(Path file, Loading how) {
        if (loading != null) {
            loading.cancel();
        }
        loading = background.start(
                Lane.FILES,
                job -> {
                    Original loaded = how.load();
                    job.publish(() -> opened(loaded));
                },
                e -> {
                    loading = null;
                    failure = e;
                    failedFile = file;
                    changed(Change.PICTURE);
                });
        failure = null;
        changed(Change.PICTURE);
    }

    private void opened(Original loaded) {
        loading = null;
        boolean beside = original != null && original.coded() == null && loaded.coded() == null;
        original = loaded;
        curves.clear();
        filler.reset();
        inside.reset();
        view.picture(loaded.picture().width(), loaded.picture().height(), beside);
        changed(Change.PICTURE);
        if (loaded.coded() != null) {
            left.recipe(null);
            right.recipe(null); // a file of ours is shown as it is: its original is not there to compare with
        } else if (right.recipe() == null && left.recipe() == null) {
            right.recipe(first);
        }
        left.reset();
        right.reset();
        inside.fileChanged();
        changed(Change.SIDES);
    }

    /** Closes the picture. */
    public void closePicture() {
        if (loading != null) {
            loading.cancel();
            loading = null;
        }
        original = null;
        failure = null;
        left.reset();
        right.reset();
        curves.clear();
        filler.reset();
        inside.reset();
        changed(Change.PICTURE);
    }

    /** Null if nothing is open. */
    public Original original() {
        return original;
    }

    public boolean loading() {
        return loading != null;
    }

    /** Why the last file could not be opened, null if it could. */
    public Throwable failure() {
        return failure;
    }

    /** What went wrong at opening has been read. */
    public void forgetFailure() {
        failure = null;
        changed(Change.PICTURE);
    }

    /** The file that could not be opened. */
    public Path failedFile() {
        return failedFile;
    }

    public SideModel left() {
        return left;
    }

    public SideModel right() {
        return right;
    }

    public ViewState view() {
        return view;
    }

    public RateCurves curves() {
        return curves;
    }

    public InsideModel inside() {
        return inside;
    }

    /** Adds coders that were found while the window was open. */
    public void addCoders(List<? extends Coder> found) {
        found.forEach(coder -> coders.put(coder.id(), coder));
        changed(Change.CODERS);
    }

    public List<Coder> coders() {
        return List.copyOf(coders.values());
    }

    /** @throws IllegalArgumentException if there is none of that id */
    public Coder coder(String id) {
        Coder coder = coders.get(id);
        if (coder == null) {
            throw new IllegalArgumentException("no coder " + id);
        }
        return coder;
    }

    /** What is to be painted, null if nothing is open. */
    public Scene scene() {
        if (original == null) {
            return null;
        }
        Layer whole = Layer.of(original.picture());
        Layer leftLayer = left.recipe() == null ? whole : left.layer();
        Layer rightLayer = right.recipe() == null && left.recipe() != null ? whole : right.layer();
        return new Scene(
                heated(leftLayer == null ? whole : leftLayer, left),
                rightLayer == null ? null : heated(rightLayer, right),
                view.shown(),
                view.split(),
                view.difference(),
                view.gain(),
                view.smooth());
    }

    /** The map of the inside lies over the side whose file it is of. */
    @SuppressWarnings("ReferenceEquality") // the very file
    private Layer heated(Layer layer, SideModel side) {
        NacreFile file =
                side.recipe() != null && side.result() != null ? side.result().coded() : original.coded();
        return file != null && file == inside.file() ? layer.withHeat(inside.heat()) : layer;
    }

    /** The file whose inside can be seen: that of the right side, of the left one, or the one that was opened. */
    public NacreFile codedFile() {
        for (SideModel side : List.of(right, left)) {
            if (side.recipe() != null && side.result() != null && side.result().coded() != null) {
                return side.result().coded();
            }
        }
        return original == null ? null : original.coded();
    }

    /** Exchanges the two sides. */
    public void swap() {
        SideModel kept = new SideModel(this, background);
        kept.adopt(left);
        left.adopt(right);
        right.adopt(kept);
        kept.stop();
        changed(Change.SIDES);
    }

    /** Whether there is a result whose size or quality another one can be made to meet. */
    public boolean canMatch(Match match) {
        SideModel reference = reference();
        return reference.state() == SideModel.State.DONE
                && (match == Match.SIZE || psnr(reference).isPresent());
    }

    /** The left side if it has a result, else the right one, which then moves to the left. */
    private SideModel reference() {
        return left.recipe() == null ? right : left;
    }

    private static OptionalDouble psnr(SideModel side) {
        OptionalDouble value = side.measures().value(Metric.PSNR_RGB);
        return value.isPresent() && value.getAsDouble() <= LARGEST_PSNR ? value : OptionalDouble.empty();
    }

    /**
     * Puts a coder on the right side, of the same size or quality as the left one; if that shows the original, the result on
     * the right moves there first. Does nothing while {@link #canMatch} says no.
     */
    public void match(String coder, Match match) {
        if (!canMatch(match)) {
            return;
        }
        if (left.recipe() == null) {
            left.adopt(right);
        }
        EncodeTarget target = match == Match.SIZE
                ? new EncodeTarget.Bytes(left.result().bytes())
                : new EncodeTarget.Psnr(psnr(left).getAsDouble());
        right.recipe(new Recipe(coder, target, left.recipe().effort()));
        changed(Change.SIDES);
    }

    /** A result is a point of its coder's curve. */
    void point(Result result, double psnr) {
        filler.known(result.recipe());
        curves.add(result.recipe().coder(), result.bitsPerPixel(), psnr);
        changed(Change.CURVES);
    }

    /** Encoding for the user begins: what fills the time ends. */
    void busy() {
        filler.pause();
    }

    /** An encoding ended. */
    void rested() {
        if (left.idle() && right.idle()) {
            filler.resume();
            inside.fileChanged();
        }
    }

    @Override
    public void close() {
        left.stop();
        right.stop();
        filler.pause();
        inside.stop();
    }
}
