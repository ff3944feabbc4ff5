package io.nacre.app.sound;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Paints the spectrograms of an original and of what was decoded, and below them by how many decibels the latter is
 * louder, over the same axes of time and frequency.
 */
public final class SpectrogramPlot {
    private static final Color INK = new Color(0x1c2024);
    private static final int LEFT = 70;
    private static final int TOP = 36;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 256;
    private static final int GAP = 60;
    private static final int BAR = 16;
    private static final int RIGHT = 110;
    private static final int BOTTOM = 52;
    private static final int PANELS = 3;
    private static final double LARGEST_DIFFERENCE = 30; // dB
    private static final double MIN_TICKS = 4;

    private final Graphics2D canvas;
    private final BufferedImage image;
    private final double seconds;
    private final double kiloHertz;

    private SpectrogramPlot(BufferedImage image, Graphics2D canvas, AlignedPair pair) {
        this.image = image;
        this.canvas = canvas;
        this.seconds = pair.reference().seconds();
        this.kiloHertz = pair.rate() / 2000.0;
    }

    /**
     * Paints a pair, the mean of its channels.
     *
     * @param reference title of the original
     * @param decoded title of what was decoded
     * @return 8-bit RGB
     */
    public static BufferedImage paint(AlignedPair pair, String reference, String decoded) {
        BufferedImage image = new BufferedImage(
                LEFT + WIDTH + RIGHT, TOP + PANELS * (HEIGHT + GAP) - GAP + BOTTOM, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
            canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            new SpectrogramPlot(image, canvas, pair).paintAll(pair, reference, decoded);
        } finally {
            canvas.dispose();
        }
        return image;
    }

    private void paintAll(AlignedPair pair, String reference, String decoded) {
        double[][] a = levels(pair.reference());
        double[][] b = levels(pair.decoded());
        double[][] difference = new double[WIDTH][HEIGHT];
        for (int x = 0; x < WIDTH; x++) {
            for (int row = 0; row < HEIGHT; row++) {
                difference[x][row] = b[x][row] - a[x][row];
            }
        }
        panel(0, reference, a, ColourScale.LEVELS, Spectrogram.FLOOR, 0);
        panel(1, decoded, b, ColourScale.LEVELS, Spectrogram.FLOOR, 0);
        panel(
                2,
                "second louder than first",
                difference,
                ColourScale.DIFFERENCES,
                -LARGEST_DIFFERENCE,
                LARGEST_DIFFERENCE);
        text("time in s", LEFT + WIDTH, bottom(PANELS - 1) + 42, 1);
    }

    private static double[][] levels(SoundSamples sound) {
        return Spectrogram.levels(sound.mixed().channels()[0], sound.rate(), WIDTH, HEIGHT);
    }

    private static int top(int panel) {
        return TOP + panel * (HEIGHT + GAP);
    }

    private static int bottom(int panel) {
        return top(panel) + HEIGHT;
    }

    private void panel(int number, String title, double[][] values, ColourScale colours, double low, double high) {
        int top = top(number);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                double value = values[x][HEIGHT - 1 - y];
                image.setRGB(LEFT + x, top + y, colours.rgb((value - low) / (high - low)));
            }
        }
        canvas.setColor(INK);
        canvas.drawRect(LEFT - 1, top - 1, WIDTH + 1, HEIGHT + 1);
        canvas.drawString(title, LEFT, top - 10);
        axes(number);
        bar(top, colours, low, high);
    }

    private void axes(int number) {
        text("kHz", LEFT - 10, top(number) - 10, 1);
        double step = step(kiloHertz);
        for (double f = 0; f <= kiloHertz; f += step) {
            int y = bottom(number) - (int) Math.round(f / kiloHertz * HEIGHT);
            canvas.drawLine(LEFT - 5, y, LEFT - 1, y);
            text(number(f), LEFT - 9, y + 5, 1);
        }
        step = step(seconds);
        for (double t = 0; t <= seconds; t += step) {
            int x = LEFT + (int) Math.round(t / seconds * WIDTH);
            canvas.drawLine(x, bottom(number), x, bottom(number) + 4);
            text(number(t), x, bottom(number) + 20, 0.5);
        }
    }

    private void bar(int top, ColourScale colours, double low, double high) {
        int left = LEFT + WIDTH + 24;
        for (int y = 0; y < HEIGHT; y++) {
            canvas.setColor(colours.color(1 - (y + 0.5) / HEIGHT));
            canvas.fillRect(left, top + y, BAR, 1);
        }
        canvas.setColor(INK);
        canvas.drawRect(left - 1, top - 1, BAR + 1, HEIGHT + 1);
        canvas.drawString("dB", left, top - 10);
        for (int i = 0; i <= 4; i++) {
            int y = top + HEIGHT - i * HEIGHT / 4;
            canvas.drawString(number(low + i * (high - low) / 4), left + BAR + 8, y + 5);
        }
    }

    /** A step of 1, 2 or 5 times a power of ten that makes a few ticks. */
    private static double step(double range) {
        double rough = range / MIN_TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return rough >= 5 * power ? 5 * power : rough >= 2 * power ? 2 * power : power;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** @param part of the text's width that lies left of x */
    private void text(String text, int x, int y, double part) {
        double width = canvas.getFontMetrics().stringWidth(text);
        canvas.drawString(text, (float) (x - part * width), (float) y);
    }
}
