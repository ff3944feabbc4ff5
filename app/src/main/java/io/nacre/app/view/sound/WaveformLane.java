package io.nacre.app.view.sound;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/**
 * A waveform: from the smallest to the largest sample of each pixel; where samples are wider than that, a line, of the
 * first channel.
 */
final class WaveformLane extends Lane {
    private static final double MIN_HEIGHT = 84;
    private static final double MARGIN = 4;
    private static final Color ZERO = Color.gray(0.5, 0.35);

    private SoundTrack track;
    private Timeline timeline;
    private double gain = 1;
    private Paint colour = Color.BLUE;

    WaveformLane() {
        super(MIN_HEIGHT);
    }

    void colour(Paint next) {
        colour = next;
        repaint();
    }

    /**
     * Shows a part of a sound.
     *
     * @param sound or null to show nothing
     * @param factor by which it is drawn higher than it is
     */
    void show(SoundTrack sound, Timeline part, double factor) {
        track = sound;
        timeline = part;
        gain = factor;
        repaint();
    }

    @Override
    void paint(GraphicsContext g, double width, double height) {
        double middle = height / 2;
        g.setStroke(ZERO);
        g.setLineWidth(1);
        g.strokeLine(0, Math.round(middle) + 0.5, width, Math.round(middle) + 0.5);
        if (track == null || timeline == null) {
            return;
        }
        double reach = gain * (middle - MARGIN);
        if (timeline.scale() < 1) {
            line(g, width, middle, reach);
        } else {
            columns(g, width, middle, reach);
        }
    }

    private void columns(GraphicsContext g, double width, double middle, double reach) {
        g.setFill(colour);
        int length = track.peaks().length();
        for (int x = 0; x < width; x++) {
            long from = (long) timeline.sampleAt(x);
            if (from >= length) {
                return;
            }
            WaveformPeaks.Range range =
                    track.peaks().range(from, Math.max(from + 1, (long) timeline.sampleAt(x + 1.0)));
            double top = middle - reach * range.high();
            double bottom = middle - reach * range.low();
            g.fillRect(x, top, 1, Math.max(1, bottom - top));
        }
    }

    private void line(GraphicsContext g, double width, double middle, double reach) {
        g.setStroke(colour);
        g.setLineWidth(1.2);
        int first = (int) timeline.first();
        int last = (int) Math.min(track.samples().length() - 1L, (long) timeline.sampleAt(width) + 1);
        float[] samples = track.samples().channels()[0];
        g.beginPath();
        for (int i = first; i <= last; i++) {
            double y = middle - reach * samples[i];
            if (i == first) {
                g.moveTo(timeline.placeOf(i), y);
            } else {
                g.lineTo(timeline.placeOf(i), y);
            }
        }
        g.stroke();
    }
}
