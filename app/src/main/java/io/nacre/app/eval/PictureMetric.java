package io.nacre.app.eval;

import io.nacre.app.picture.RgbPicture;
import io.nacre.codec.metrics.MsSsim;
import io.nacre.codec.metrics.Psnr;
import io.nacre.codec.metrics.PsnrHvs;
import io.nacre.codec.metrics.Ssimulacra2;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** The metrics that pictures are judged by. A new one is one line here. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum PictureMetric {
    PSNR_RGB("psnr_rgb", "PSNR RGB", "dB", true, (a, b, w, h) -> OptionalDouble.of(Psnr.of(a, b)), x -> x),
    PSNR_Y("psnr_y", "PSNR Y", "dB", true, (a, b, w, h) -> OptionalDouble.of(Psnr.ofLuma(a, b)), x -> x),
    MS_SSIM("ms_ssim", "MS-SSIM", "", true, MsSsim::of, MsSsim::decibels),
    SSIMULACRA2("ssimulacra2", "SSIMULACRA 2", "", true, Ssimulacra2::of, x -> x),
    PSNR_HVS("psnr_hvs", "PSNR-HVS", "dB", true, PsnrHvs::of, x -> x);

    private final String id;
    private final String title;
    private final String unit;
    private final boolean higherIsBetter;
    private final Measure measure;
    private final DoubleUnaryOperator quality;

    PictureMetric(
            String id,
            String title,
            String unit,
            boolean higherIsBetter,
            Measure measure,
            DoubleUnaryOperator quality) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.measure = measure;
        this.quality = quality;
    }

    /** Compares an original with what was decoded: interleaved RGB. */
    private interface Measure {
        OptionalDouble of(byte[] original, byte[] decoded, int width, int height);
    }

    /** The metric of that id, as options and files give it. */
    public static Optional<PictureMetric> byId(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }

    /** Name in files, such as {@code ms_ssim}. */
    public String id() {
        return id;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** Empty if it has none. */
    public String unit() {
        return unit;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Whether it is a PSNR, of which a mean over pooled errors can be given as well. */
    public boolean isPsnr() {
        return this == PSNR_RGB || this == PSNR_Y;
    }

    /** Empty if the pictures are too small for the metric. Both have the same size. */
    OptionalDouble measure(RgbPicture original, RgbPicture decoded) {
        return measure.of(original.rgb(), decoded.rgb(), original.width(), original.height());
    }

    /**
     * The value on the scale on which curves are drawn and Bjontegaard deltas are taken: rising with quality, equal steps
     * counting equally; -10 log10(1 - x) for MS-SSIM.
     */
    public double quality(double value) {
        return quality.applyAsDouble(value);
    }
}
