package io.nacre.app.view.compare;

import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.ViewState;
import io.nacre.app.view.render.Painter;
import io.nacre.app.view.render.Raster;
import io.nacre.app.view.render.Scene;
import java.awt.Rectangle;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/**
 * The pictures: painted at the screen's own pixels into blocks that are small enough for any graphics card. Dragging moves,
 * the wheel zooms at the pointer, a double click changes between the whole and its own size.
 */
final class PictureView extends Region {
    private static final int BLOCK = 2048;
    /** A notch of a wheel is 40; four of them double the zoom. */
    private static final double WHEEL = 160;

    private final CompareModel model;
    private final ViewState view;
    private final BiConsumer<Double, Double> pointer;
    private final List<Block> blocks = new ArrayList<>();
    private Painter painter = new Painter(0xFF808080);
    private boolean stale = true;
    private double dragX;
    private double dragY;

    /** A part of the view and the image that shows it. */
    private record Block(Raster raster, PixelBuffer<IntBuffer> pixels, ImageView node) {}

    /** @param pointer hears of the place under the pointer in device pixels; negative ones when it leaves */
    PictureView(CompareModel model, BiConsumer<Double, Double> pointer) {
        this.model = model;
        this.view = model.view();
        this.pointer = pointer;
        getStyleClass().add("picture-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(e -> setCursor(Cursor.DEFAULT));
        setOnMouseMoved(this::moved);
        setOnMouseExited(e -> pointer.accept(-1.0, -1.0));
        setOnScroll(this::scrolled);
        setOnZoom(e -> view.zoomTo(view.pane().zoom() * e.getZoomFactor(), e.getX() * scale(), e.getY() * scale()));
    }

    /** The colour beside the pictures, 0xAARRGGBB. */
    void background(int colour) {
        painter = new Painter(colour);
        repaint();
    }

    /** Paints before the next frame. */
    void repaint() {
        stale = true;
        requestLayout();
    }

    /** Device pixels for one of JavaFX's. */
    double scale() {
        Window window = getScene() == null ? null : getScene().getWindow();
        return window == null ? 1 : window.getOutputScaleX();
    }

    @Override
    protected void layoutChildren() {
        double scale = scale();
        int width = (int) Math.max(1, Math.round(getWidth() * scale));
        int height = (int) Math.max(1, Math.round(getHeight() * scale));
        if (blocks.isEmpty() || width != view.width() || height != view.height()) {
            build(width, height, scale);
            view.resize(width, height);
            stale = true;
        }
        if (stale) {
            stale = false;
            paint();
        }
    }

    private void build(int width, int height, double scale) {
        blocks.clear();
        for (int y = 0; y < height; y += BLOCK) {
            for (int x = 0; x < width; x += BLOCK) {
                blocks.add(block(new Rectangle(x, y, Math.min(BLOCK, width - x), Math.min(BLOCK, height - y)), scale));
            }
        }
        getChildren().setAll(blocks.stream().map(Block::node).toList());
    }

    private static Block block(Rectangle bounds, double scale) {
        Raster raster = Raster.of(bounds);
        PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                bounds.width, bounds.height, IntBuffer.wrap(raster.argb()), PixelFormat.getIntArgbPreInstance());
        ImageView node = new ImageView(new WritableImage(pixels));
        node.setSmooth(false);
        node.setManaged(false);
        node.setMouseTransparent(true);
        node.setFitWidth(bounds.width / scale);
        node.setFitHeight(bounds.height / scale);
        node.relocate(bounds.x / scale, bounds.y / scale);
        return new Block(raster, pixels, node);
    }

    private void paint() {
        Scene scene = model.scene();
        for (Block block : blocks) {
            block.node.setVisible(scene != null);
            if (scene != null) {
                painter.paint(scene, view.pane(), view.width(), block.raster);
                block.pixels.updateBuffer(buffer -> null);
            }
        }
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        dragX = e.getX();
        dragY = e.getY();
        if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            if (view.fitted()) {
                view.zoomTo(1, e.getX() * scale(), e.getY() * scale());
            } else {
                view.fit();
            }
        }
    }

    private void dragged(MouseEvent e) {
        setCursor(Cursor.CLOSED_HAND);
        view.move((e.getX() - dragX) * scale(), (e.getY() - dragY) * scale());
        dragX = e.getX();
        dragY = e.getY();
        moved(e);
    }

    private void moved(MouseEvent e) {
        pointer.accept(e.getX() * scale(), e.getY() * scale());
    }

    private void scrolled(ScrollEvent e) {
        if (e.isDirect() || e.isInertia()) {
            view.move(e.getDeltaX() * scale(), e.getDeltaY() * scale()); // two fingers on a touch screen
        } else {
            double factor = Math.pow(2, (e.getDeltaY() + e.getDeltaX()) / WHEEL);
            view.zoomTo(view.pane().zoom() * factor, e.getX() * scale(), e.getY() * scale());
        }
        moved(e);
        e.consume();
    }

    private void moved(ScrollEvent e) {
        pointer.accept(e.getX() * scale(), e.getY() * scale());
    }
}
