package io.nacre.app.view.render;

/**
 * Which part of a picture a view shows, and how large. The view is measured in device pixels, so that a zoom of 1 puts one
 * pixel of the picture on one of the screen. Immutable.
 *
 * @param width of the view, device pixels, at least 1
 * @param height of the view, device pixels, at least 1
 * @param zoom device pixels for one pixel of the picture, {@link #MIN_ZOOM} to {@link #MAX_ZOOM}
 * @param centreX column of the picture in the middle of the view; the first pixel lies from 0 to 1
 * @param centreY row of the picture in the middle of the view
 */
public record Viewport(int width, int height, double zoom, double centreX, double centreY) {
    public static final double MIN_ZOOM = 1.0 / 128;
    public static final double MAX_ZOOM = 32;

    private static final double[] STEPS = {
        MIN_ZOOM, 1.0 / 64, 1.0 / 32, 1.0 / 16, 1.0 / 8, 1.0 / 6, 0.25, 1.0 / 3, 0.5, 2.0 / 3, 1, 1.5, 2, 3, 4, 6, 8,
        12, 16, 24, MAX_ZOOM
    };
    /** Small pictures are enlarged until they fill this share of the view. */
    private static final double SMALL_SHARE = 0.25;

    public Viewport {
        if (width < 1 || height < 1 || !(zoom >= MIN_ZOOM && zoom <= MAX_ZOOM)) {
            throw new IllegalArgumentException("a view of " + width + " x " + height + " at a zoom of " + zoom);
        }
    }

    /**
     * The whole picture: as large as the view allows but not above its own size, tiny ones by a whole factor so that they
     * can be seen.
     */
    public static Viewport fitting(int width, int height, int pictureWidth, int pictureHeight) {
        double full = Math.min((double) width / pictureWidth, (double) height / pictureHeight);
        double zoom = Math.min(full, Math.max(1, Math.floor(full * SMALL_SHARE)));
        return new Viewport(width, height, limited(zoom), pictureWidth / 2.0, pictureHeight / 2.0);
    }

    private static double limited(double zoom) {
        return Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom));
    }

    /** Column of the view where the picture begins; may be negative. */
    public int originX() {
        return (int) Math.round(width / 2.0 - centreX * zoom);
    }

    /** Row of the view where the picture begins; may be negative. */
    public int originY() {
        return (int) Math.round(height / 2.0 - centreY * zoom);
    }

    /** The column of the picture under a place of the view; may lie outside the picture. */
    public double pictureX(double viewX) {
        return (viewX - originX()) / zoom;
    }

    /** The row of the picture under a place of the view; may lie outside the picture. */
    public double pictureY(double viewY) {
        return (viewY - originY()) / zoom;
    }

    /** Another zoom; the place of the picture under a place of the view stays there. */
    public Viewport zoomedTo(double newZoom, double viewX, double viewY) {
        double next = limited(newZoom);
        double x = pictureX(viewX) + (width / 2.0 - viewX) / next;
        double y = pictureY(viewY) + (height / 2.0 - viewY) / next;
        return new Viewport(width, height, next, x, y);
    }

    /** The next larger usual zoom, or the next smaller one. */
    public double nextStep(boolean larger) {
        double tolerance = 1e-6;
        double best = larger ? MAX_ZOOM : MIN_ZOOM;
        for (double step : STEPS) {
            if (larger && step > zoom * (1 + tolerance)) {
                return step;
            }
            if (!larger && step < zoom * (1 - tolerance)) {
                best = step;
            }
        }
        return best;
    }

    /** The picture moved by device pixels: a positive number moves it to the right and down. */
    public Viewport moved(double right, double down) {
        return new Viewport(width, height, zoom, centreX - right / zoom, centreY - down / zoom);
    }

    /** The same place and zoom in a view of another size. */
    public Viewport resized(int newWidth, int newHeight) {
        return new Viewport(newWidth, newHeight, zoom, centreX, centreY);
    }

    /** Moved so that a picture that is larger than the view fills it, and a smaller one lies in the middle. */
    public Viewport within(int pictureWidth, int pictureHeight) {
        return new Viewport(
                width, height, zoom, within(centreX, pictureWidth, width), within(centreY, pictureHeight, height));
    }

    private double within(double centre, int size, int view) {
        double half = view / 2.0 / zoom;
        return size <= 2 * half ? size / 2.0 : Math.max(half, Math.min(size - half, centre));
    }
}
