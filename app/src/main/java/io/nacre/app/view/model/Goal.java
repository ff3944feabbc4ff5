package io.nacre.app.view.model;

import io.nacre.app.eval.Metric;
import io.nacre.codec.image.EncodeTarget;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a recipe can aim at, with a slider and a field of text for each. */
public enum Goal {
    QUALITY(0, 100),
    /** The slider goes by the logarithm of the bits per pixel. */
    SIZE(-6, 3.5),
    BITS_PER_PIXEL(-6, 3.5),
    PSNR(20, 50);

    private static final Pattern NUMBER =
            Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*(?:([kKmM])i?[bB]?|[bB]|dB|bpp)?\\s*");
    private static final double KIB = 1024;

    private final double least;
    private final double most;

    Goal(double least, double most) {
        this.least = least;
        this.most = most;
    }

    public static Goal of(EncodeTarget target) {
        if (target instanceof EncodeTarget.Quality) {
            return QUALITY;
        }
        if (target instanceof EncodeTarget.Bytes) {
            return SIZE;
        }
        return target instanceof EncodeTarget.BitsPerPixel ? BITS_PER_PIXEL : PSNR;
    }

    /** The slider's lower end. */
    public double least() {
        return least;
    }

    /** The slider's upper end. */
    public double most() {
        return most;
    }

    /**
     * Where a target lies on the slider.
     *
     * @param target of this goal
     * @param pixels of the picture
     */
    public double place(EncodeTarget target, long pixels) {
        double place;
        if (target instanceof EncodeTarget.Quality quality) {
            place = quality.value();
        } else if (target instanceof EncodeTarget.Bytes bytes) {
            place = log2(8.0 * bytes.value() / pixels);
        } else if (target instanceof EncodeTarget.BitsPerPixel bpp) {
            place = log2(bpp.value());
        } else {
            place = ((EncodeTarget.Psnr) target).value();
        }
        return Math.max(least, Math.min(most, place));
    }

    /**
     * The target at a place of the slider, rounded to what people would name.
     *
     * @param place {@link #least} to {@link #most}
     */
    public EncodeTarget target(double place, long pixels) {
        return switch (this) {
            case QUALITY -> new EncodeTarget.Quality(Math.round(2 * place) / 2.0);
            case SIZE -> new EncodeTarget.Bytes(Math.max(1, Math.round(Math.pow(2, place) * pixels / 8)));
            case BITS_PER_PIXEL ->
                new EncodeTarget.BitsPerPixel(new BigDecimal(Math.pow(2, place))
                        .round(new java.math.MathContext(3))
                        .doubleValue());
            case PSNR -> new EncodeTarget.Psnr(Math.round(10 * place) / 10.0);
        };
    }

    /** The goal's value of a result, for changing from one goal to another; empty if it is not known. */
    public Optional<EncodeTarget> reached(Result result, Measures measures) {
        return switch (this) {
            case QUALITY -> Optional.of(new EncodeTarget.Quality(result.quality()));
            case SIZE -> Optional.of(new EncodeTarget.Bytes(result.bytes()));
            case BITS_PER_PIXEL -> Optional.of(new EncodeTarget.BitsPerPixel(result.bitsPerPixel()));
            case PSNR ->
                measures.value(Metric.PSNR_RGB).stream()
                        .filter(psnr -> psnr > 0 && psnr <= 100)
                        .mapToObj(psnr -> (EncodeTarget) new EncodeTarget.Psnr(Math.floor(100 * psnr) / 100))
                        .findFirst();
        };
    }

    /** A target in figures, without unit but for sizes. */
    public String text(EncodeTarget target, Locale locale) {
        if (target instanceof EncodeTarget.Quality quality) {
            return String.format(locale, "%.1f", quality.value());
        }
        if (target instanceof EncodeTarget.Bytes bytes) {
            return bytes.value() < KIB
                    ? String.format(locale, "%d B", bytes.value())
                    : String.format(locale, "%.1f K", bytes.value() / KIB);
        }
        if (target instanceof EncodeTarget.BitsPerPixel bpp) {
            return String.format(locale, "%.4f", bpp.value());
        }
        return String.format(locale, "%.2f", ((EncodeTarget.Psnr) target).value());
    }

    /** What a user wrote: a number with point or comma, of sizes with an optional K or M of 1024. Empty if it makes no sense. */
    public Optional<EncodeTarget> parse(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches() || (matcher.group(2) != null && this != SIZE)) {
            return Optional.empty();
        }
        double value = Double.parseDouble(matcher.group(1).replace(',', '.'));
        String unit = matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(Locale.ROOT);
        double factor = unit.equals("k") ? KIB : unit.equals("m") ? KIB * KIB : 1;
        try {
            return Optional.of(
                    switch (this) {
                        case QUALITY -> new EncodeTarget.Quality(value);
                        case SIZE -> new EncodeTarget.Bytes(Math.round(value * factor));
                        case BITS_PER_PIXEL -> new EncodeTarget.BitsPerPixel(value);
                        case PSNR -> new EncodeTarget.Psnr(value);
                    });
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // out of range
        }
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
