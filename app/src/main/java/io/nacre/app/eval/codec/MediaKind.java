package io.nacre.app.eval.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What kind of item a codec takes, and in which units its rate and speed are given. */
public enum MediaKind {
    PICTURE("picture", "bpp", "bits per pixel", "MP", "megapixels", 1e-6, List.of("png", "ppm")),
    SOUND("sound", "kbps", "kilobits per second", "s", "seconds of sound", 1e-3, List.of("wav", "wav16k", "raw8k"));

    private final String noun;
    private final String rateUnit;
    private final String rateTitle;
    private final String amountUnit;
    private final String amountTitle;
    private final double amount;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes unmodifiable ones
    private final List<String> formats;

    MediaKind(
            String noun,
            String rateUnit,
            String rateTitle,
            String amountUnit,
            String amountTitle,
            double amount,
            List<String> formats) {
        this.noun = noun;
        this.rateUnit = rateUnit;
        this.rateTitle = rateTitle;
        this.amountUnit = amountUnit;
        this.amountTitle = amountTitle;
        this.amount = amount;
        this.formats = formats;
    }

    /** The kind of which one item is called that. */
    public static Optional<MediaKind> of(String noun) {
        return Arrays.stream(values()).filter(kind -> kind.noun.equals(noun)).findFirst();
    }

    /** What one item is called. */
    public String noun() {
        return noun;
    }

    /** Short, also the name of columns in files: {@code bpp} or {@code kbps}. */
    public String rateUnit() {
        return rateUnit;
    }

    /** The unit of rates in words. */
    public String rateTitle() {
        return rateTitle;
    }

    /** Unit of what is coded in a second. */
    public String amountUnit() {
        return amountUnit;
    }

    /** The same in words. */
    public String amountTitle() {
        return amountTitle;
    }

    /** How much is coded, in {@link #amountUnit}: of a size, over which rates are taken. */
    public double amount(double size) {
        return size * amount;
    }

    /** Formats in which items can be handed to tools, the usual one first. */
    List<String> formats() {
        return formats;
    }
}
