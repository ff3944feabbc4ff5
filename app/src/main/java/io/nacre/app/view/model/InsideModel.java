package io.nacre.app.view.model;

import io.nacre.app.view.model.Background.Job;
import io.nacre.app.view.model.Background.Lane;
import io.nacre.app.view.render.Heat;
import io.nacre.codec.image.LatentInspection;
import java.io.IOException;
import java.util.Arrays;

/**
 * The inside of the file on show: where its bits go, its symbols and table rows by channel. Looked at only while it is asked
 * for. Belongs to the window's thread.
 */
public final class InsideModel {
    private static final double OPACITY = 0.8;
    /** The brightest colour stands for the value that this share of the positions does not exceed. */
    private static final double BRIGHT_SHARE = 0.995;

    private static final int TABLE_ROWS = 64;

    /** What is drawn over the picture. */
    public enum Overlay {
        NONE,
        /** Bits of each position. */
        BITS,
        /** Symbols of a channel, by size. */
        SYMBOLS,
        /** Table rows of a channel: the spread that was expected. */
        TABLE_ROWS
    }

    /** Opens files. */
    @FunctionalInterface
    public interface Inspector {
        LatentInspection inspect(NacreFile file) throws IOException;
    }

    private final CompareModel owner;
    private final Background background;
    private final Inspector inspector;
    private boolean wanted;
    private Overlay overlay = Overlay.NONE;
    private int channel;
    private NacreFile file;
    private LatentInspection inspection;
    private Heat heat;
    private float brightest;
    private Throwable failure;
    private Job running;

    InsideModel(CompareModel owner, Background background, Inspector inspector) {
        this.owner = owner;
        this.background = background;
        this.inspector = inspector;
    }

    /** Whether the inside is on show: files are looked into only then. */
    public void show(boolean show) {
        wanted = show;
        if (show) {
            fileChanged();
        } else {
            reset();
        }
        owner.changed(CompareModel.Change.INSIDE);
    }

    public boolean shown() {
        return wanted;
    }

    /** The file that is looked into, null for none. */
    NacreFile file() {
        return file;
    }

    /** Null if it is not there yet, or there is no file of ours on show. */
    public LatentInspection inspection() {
        return inspection;
    }

    /** Why a file could not be looked into, or null. */
    public Throwable failure() {
        return failure;
    }

    public Overlay overlay() {
        return overlay;
    }

    public int channel() {
        return channel;
    }

    /** The value that the brightest colour stands for: bits, sizes of symbols or table rows. */
    public float brightest() {
        return brightest;
    }

    /** Shows another map, of a channel where it needs one. */
    public void select(Overlay what, int ofChannel) {
        overlay = what;
        channel = ofChannel;
        draw();
        owner.changed(CompareModel.Change.INSIDE);
    }

    /** What is drawn over the picture, null for nothing. */
    Heat heat() {
        return heat;
    }

    /** The file on show may be another one. */
    @SuppressWarnings(
            "ReferenceEquality") // the very file: files of equal bytes would do as well, but cost a comparison
    void fileChanged() {
        NacreFile now = owner.codedFile();
        if (!wanted || now == file) {
            return;
        }
        stop();
        file = now;
        failure = null;
        if (now == null) {
            inspection = null;
            draw();
            owner.changed(CompareModel.Change.INSIDE);
            return;
        }
        running = background.start(
                Lane.MEASURING,
                job -> {
                    LatentInspection found = inspector.inspect(now);
                    job.publish(() -> {
                        inspection = found;
                        draw();
                        owner.changed(CompareModel.Change.INSIDE);
                    });
                },
                e -> {
                    failure = e;
                    inspection = null;
                    draw();
                    owner.changed(CompareModel.Change.INSIDE);
                });
    }

    void reset() {
        stop();
        file = null;
        inspection = null;
        failure = null;
        heat = null;
    }

    void stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    private void draw() {
        if (inspection == null || overlay == Overlay.NONE) {
            heat = null;
            return;
        }
        channel = Math.max(0, Math.min(inspection.channels() - 1, channel));
        float[] values = values();
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        float top = sorted[(int) (BRIGHT_SHARE * (sorted.length - 1))];
        brightest =
                overlay == Overlay.TABLE_ROWS ? TABLE_ROWS - 1 : Math.max(top, overlay == Overlay.SYMBOLS ? 1 : 1e-3f);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(1, Math.max(0, values[i] / brightest));
        }
        heat = new Heat(inspection.columns(), inspection.rows(), LatentInspection.STRIDE, values, OPACITY);
    }

    private float[] values() {
        if (overlay == Overlay.BITS) {
            return inspection.bits();
        }
        float[] values = new float[inspection.columns() * inspection.rows()];
        if (overlay == Overlay.SYMBOLS) {
            short[] symbols = inspection.symbols(channel);
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.abs(symbols[i]);
            }
        } else {
            byte[] rows = inspection.tableRows(channel);
            for (int i = 0; i < values.length; i++) {
                values[i] = rows[i];
            }
        }
        return values;
    }
}
