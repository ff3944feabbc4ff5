package io.nacre.app.eval;

import io.nacre.app.eval.codec.MediaKind;
import io.nacre.codec.metrics.MsSsim;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The metrics that pictures and sounds are judged by. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum Metric {
    PSNR_RGB(MediaKind.PICTURE, "psnr_rgb", "PSNR RGB", "dB", true, x -> x),
    PSNR_Y(MediaKind.PICTURE, "psnr_y", "PSNR Y", "dB", true, x -> x),
    MS_SSIM(MediaKind.PICTURE, "ms_ssim", "MS-SSIM", "", true, MsSsim::decibels),
    SSIMULACRA2(MediaKind.PICTURE, "ssimulacra2", "SSIMULACRA 2", "", true, x -> x),
    PSNR_HVS(MediaKind.PICTURE, "psnr_hvs", "PSNR-HVS", "dB", true, x -> x),
    SI_SDR(MediaKind.SOUND, "si_sdr", "SI-SDR", "dB", true, x -> x),
    LOG_MEL(MediaKind.SOUND, "logmel", "log-mel distance", "dB", false, x -> -x),
    STOI(MediaKind.SOUND, "stoi", "STOI", "", true, x -> x),
    ESTOI(MediaKind.SOUND, "estoi", "ESTOI", "", true, x -> x);

    private final MediaKind kind;
    private final String id;
    private final String title;
    private final String unit;
    private final boolean higherIsBetter;
    private final DoubleUnaryOperator quality;

    Metric(MediaKind kind, String id, String title, String unit, boolean higherIsBetter, DoubleUnaryOperator quality) {
        this.kind = kind;
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.higherIsBetter = higherIsBetter;
        this.quality = quality;
    }

    /** The metric of that id, as options and files give it. */
    public static Optional<Metric> byId(String id) {
        return Arrays.stream(values()).filter(metric -> metric.id.equals(id)).findFirst();
    }

    /** The metrics of a kind. */
    public static List<Metric> of(MediaKind kind) {
        return Arrays.stream(values()).filter(metric -> metric.kind == kind).toList();
    }

    /** What it judges. */
    public MediaKind kind() {
        return kind;
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

    /** Whether Bjontegaard deltas say something: SI-SDR tells nothing of codecs that do not keep the waveform. */
    boolean comparable() {
        return this != SI_SDR;
    }

    /**
     * The value on the scale on which curves are drawn and Bjontegaard deltas are taken: rising with quality, equal steps
     * counting equally; -10 log10(1 - x) for MS-SSIM.
     */
    public double quality(double value) {
        return quality.applyAsDouble(value);
    }
}
