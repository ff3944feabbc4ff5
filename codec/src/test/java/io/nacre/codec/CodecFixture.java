package io.nacre.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Codecs with the frozen toy packs of the tests, and made-up pictures and sounds. */
public final class CodecFixture {
    public static final PictureSettings PICTURE =
            PictureSettings.ofQuality(50).withPack("image-tiny").withTileSize(64);
    public static final SoundSettings SOUND =
            SoundSettings.ofQuality(60).withPack("audio-tiny").withGroupSeconds(1);

    private CodecFixture() {}

    /** A builder for which {@code folder} has the toy packs, put there if need be. */
    public static CodecBuilder tiny(Path folder) {
        try {
            for (String pack : new String[] {"image/image-tiny", "audio/audio-tiny"}) {
                Path target = folder.resolve(pack.substring(pack.indexOf('/') + 1) + ".zip");
                if (!Files.exists(target)) {
                    try (InputStream in = CodecFixture.class.getResourceAsStream(pack + ".zip")) {
                        Files.copy(in, target);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Codec.builder().models(folder).threads(2);
    }

    /** Smooth shapes and a little noise, interleaved, 0..1. */
    public static double sample(int x, int y, int channel) {
        double noise = new SplittableRandom(x * 1_000_003L + y * 7919L + channel).nextDouble();
        double v = 0.5 + 0.3 * Math.sin(0.05 * x + channel) * Math.cos(0.04 * y) + 0.05 * (noise - 0.5);
        return Math.max(0, Math.min(1, v));
    }

    /** Samples of {@link #sample}, with soft alpha in the last of 2 or 4 channels. */
    public static byte[] bytes(int width, int height, int channels) {
        byte[] bytes = new byte[width * height * channels];
        for (int i = 0; i < bytes.length; i++) {
            int pixel = i / channels;
            bytes[i] = (byte) Math.round(255 * sample(pixel % width, pixel / width, i % channels));
        }
        return bytes;
    }

    public static BufferedImage image(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        int bands = image.getRaster().getNumBands();
        int most = (1 << image.getColorModel().getComponentSize(0)) - 1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < bands; c++) {
                    image.getRaster().setSample(x, y, c, (int) Math.round(most * sample(x, y, c)));
                }
            }
        }
        return image;
    }

    /** Tones under slow envelopes, other ones in each channel, interleaved. */
    public static float[] tones(int rate, int channels, int frames) {
        float[] samples = new float[frames * channels];
        for (int i = 0; i < samples.length; i++) {
            double time = (double) (i / channels) / rate;
            int c = i % channels;
            samples[i] = (float) (0.4 * Math.sin(2 * Math.PI * (200 + 90 * c) * time) * Math.sin(Math.PI * 0.7 * time));
        }
        return samples;
    }

    /** Peak signal to noise ratio of 8-bit samples, dB. */
    public static double psnr(byte[] a, byte[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double d = ((a[i] & 0xFF) - (b[i] & 0xFF)) / 255.0;
            sum += d * d;
        }
        return -10 * Math.log10(sum / a.length);
    }
}
