package io.nacre.app.view.model;

import io.nacre.app.view.render.Scene.Arrangement;
import io.nacre.app.view.render.Scene.Difference;
import io.nacre.app.view.render.Viewport;
import java.awt.Rectangle;

/**
 * How the pictures are looked at: arrangement, place and zoom, split, differences. Both pictures share place and zoom.
 * Belongs to the window's thread.
 */
public final class ViewState {
    /** Device pixels between two pictures side by side. */
    private static final int GAP = 2;

    public static final double MAX_GAIN = 64;

    private final Runnable changed;
    private int pictureWidth = 1;
    private int pictureHeight = 1;
    private int width = 1;
    private int height = 1;
    private Viewport pane = Viewport.fitting(1, 1, 1, 1);
    /** Whether the picture keeps filling the view when that changes its size. */
    private boolean fitted = true;

    private Arrangement arrangement = Arrangement.SPLIT;
    private boolean flickering;
    private double split = 0.5;
    private Difference difference = Difference.AMPLIFIED;
    private double gain = 8;
    private boolean smooth;

    /** @param changed called after every change */
    ViewState(Runnable changed) {
        this.changed = changed;
    }

    /** Another picture: shown whole, unless it has the size of the one before and the place is to be kept. */
    void picture(int newWidth, int newHeight, boolean keepPlace) {
        boolean same = newWidth == pictureWidth && newHeight == pictureHeight;
        pictureWidth = newWidth;
        pictureHeight = newHeight;
        if (!same || !keepPlace) {
            fit();
        }
    }

    /** The view has another size, in device pixels. */
    public void resize(int newWidth, int newHeight) {
        width = Math.max(1, newWidth);
        height = Math.max(1, newHeight);
        arrange();
    }

    private void arrange() {
        int paneWidth = arrangement == Arrangement.SIDE_BY_SIDE ? Math.max(1, (width - GAP) / 2) : width;
        if (fitted) {
            pane = Viewport.fitting(paneWidth, height, pictureWidth, pictureHeight);
        } else {
            pane = pane.resized(paneWidth, height).within(pictureWidth, pictureHeight);
        }
        changed.run();
    }

    /** Shows the whole picture. */
    public void fit() {
        fitted = true;
        arrange();
    }

    /** Another zoom around a place of the view. */
    public void zoomTo(double zoom, double viewX, double viewY) {
        fitted = false;
        pane = pane.zoomedTo(zoom, inPane(viewX), viewY).within(pictureWidth, pictureHeight);
        changed.run();
    }

    /** The next usual zoom, around the middle of the view. */
    public void zoomStep(boolean larger) {
        zoomTo(pane.nextStep(larger), pane.width() / 2.0, height / 2.0);
    }

    /** One pixel of the picture on one of the screen, around the middle of the view. */
    public void actualSize() {
        zoomTo(1, pane.width() / 2.0, height / 2.0);
    }

    /** Moves the picture by device pixels. */
    public void move(double right, double down) {
        fitted = false;
        pane = pane.moved(right, down).within(pictureWidth, pictureHeight);
        changed.run();
    }

    private double inPane(double viewX) {
        int second = width - pane.width();
        return arrangement == Arrangement.SIDE_BY_SIDE && viewX >= second ? viewX - second : viewX;
    }

    /** Column of the picture under a column of the view; may be outside. */
    public int pictureX(double viewX) {
        return (int) Math.floor(pane.pictureX(inPane(viewX)));
    }

    /** Row of the picture under a row of the view; may be outside. */
    public int pictureY(double viewY) {
        return (int) Math.floor(pane.pictureY(viewY));
    }

    /** The part of the picture that can be seen; empty if none. */
    public Rectangle visible() {
        int x0 = (int) Math.floor(pane.pictureX(0));
        int y0 = (int) Math.floor(pane.pictureY(0));
        int x1 = (int) Math.ceil(pane.pictureX(pane.width()));
        int y1 = (int) Math.ceil(pane.pictureY(pane.height()));
        return new Rectangle(x0, y0, x1 - x0, y1 - y0).intersection(new Rectangle(pictureWidth, pictureHeight));
    }

    public Viewport pane() {
        return pane;
    }

    /** Width of the view in device pixels. */
    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public boolean fitted() {
        return fitted;
    }

    public Arrangement arrangement() {
        return arrangement;
    }

    /** Where both pictures may be seen: {@link #arrangement} unless the left one is held up for a moment. */
    public Arrangement shown() {
        return flickering ? Arrangement.LEFT : arrangement;
    }

    public void arrangement(Arrangement value) {
        arrangement = value;
        arrange();
    }

    /** Holds the left picture up, over the whole view, or takes it away. Side by side nothing changes. */
    public void flicker(boolean left) {
        if (flickering != left && arrangement != Arrangement.SIDE_BY_SIDE) {
            flickering = left;
            changed.run();
        }
    }

    public double split() {
        return split;
    }

    /** @param share of the view for the left picture; is brought into 0 to 1 */
    public void split(double share) {
        split = Math.max(0, Math.min(1, share));
        changed.run();
    }

    public Difference difference() {
        return difference;
    }

    public void difference(Difference value) {
        difference = value;
        changed.run();
    }

    public double gain() {
        return gain;
    }

    /** @param value is brought into 1 to {@link #MAX_GAIN} */
    public void gain(double value) {
        gain = Math.max(1, Math.min(MAX_GAIN, value));
        changed.run();
    }

    public boolean smooth() {
        return smooth;
    }

    public void smooth(boolean value) {
        smooth = value;
        changed.run();
    }
}
