package io.nacre.app.cli;

import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.audio.SoundTarget;
import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.EncodeTarget;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What an encoder aims at: at most one of these. */
final class TargetOptions {
    @Option(
            names = {"-q", "--quality"},
            converter = QualityConverter.class,
            paramLabel = "QUALITY",
            description = "0 to 100, decimals allowed. Default: 50.")
    private EncodeTarget quality;

    @Option(
            names = "--bpp",
            converter = BitsPerPixelConverter.class,
            paramLabel = "BITS",
            description = "Pictures: at most so many bits per pixel, the whole file counted.")
    private EncodeTarget bitsPerPixel;

    @Option(
            names = "--size",
            converter = BytesConverter.class,
            paramLabel = "N[k|M]",
            description = "At most so many bytes; k is 1000, M a million.")
    private EncodeTarget bytes;

    @Option(
            names = "--psnr",
            converter = PsnrConverter.class,
            paramLabel = "DB",
            description = "Pictures: at least this PSNR over red, green and blue.")
    private EncodeTarget psnr;

    @Option(
            names = "--kbps",
            converter = KbpsConverter.class,
            paramLabel = "KBITS",
            description = "Sounds: at most so many thousand bits a second, the whole file counted.")
    private SoundTarget kbps;

    /**
     * What a picture's encoder aims at.
     *
     * @param options or null if none was given
     * @param refusal of what is for sounds
     */
    static EncodeTarget ofPicture(TargetOptions options, KindOptions refusal) throws CommandException {
        if (options == null) {
            return EncodeOptions.DEFAULT.target();
        }
        refusal.refuse("--kbps", options.kbps != null);
        if (options.quality != null) {
            return options.quality;
        }
        if (options.bitsPerPixel != null) {
            return options.bitsPerPixel;
        }
        return options.bytes != null ? options.bytes : options.psnr;
    }

    /**
     * What a sound's encoder aims at.
     *
     * @param options or null if none was given
     * @param refusal of what is for pictures
     */
    static SoundTarget ofSound(TargetOptions options, KindOptions refusal) throws CommandException {
        if (options == null) {
            return SoundOptions.DEFAULT.target();
        }
        refusal.refuse("--bpp", options.bitsPerPixel != null);
        refusal.refuse("--psnr", options.psnr != null);
        if (options.quality instanceof EncodeTarget.Quality quality) {
            return new SoundTarget.Quality(quality.value());
        }
        return options.bytes instanceof EncodeTarget.Bytes bytes ? new SoundTarget.Bytes(bytes.value()) : options.kbps;
    }

    /** Turns what a target refuses into errors of usage. */
    private abstract static class Converter<T> implements ITypeConverter<T> {
        abstract T parse(String value);

        @Override
        public final T convert(String value) {
            try {
                return parse(value);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + value + "' is not a number");
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class QualityConverter extends Converter<EncodeTarget> {
        @Override
        EncodeTarget parse(String value) {
            return new EncodeTarget.Quality(Double.parseDouble(value));
        }
    }

    static final class BitsPerPixelConverter extends Converter<EncodeTarget> {
        @Override
        EncodeTarget parse(String value) {
            return new EncodeTarget.BitsPerPixel(Double.parseDouble(value));
        }
    }

    static final class BytesConverter extends Converter<EncodeTarget> {
        @Override
        EncodeTarget parse(String value) {
            long unit = value.endsWith("k") ? 1000 : value.endsWith("M") ? 1_000_000 : 1;
            String number = unit == 1 ? value : value.substring(0, value.length() - 1);
            return new EncodeTarget.Bytes(Math.multiplyExact(Long.parseLong(number), unit));
        }
    }

    static final class PsnrConverter extends Converter<EncodeTarget> {
        @Override
        EncodeTarget parse(String value) {
            return new EncodeTarget.Psnr(Double.parseDouble(value));
        }
    }

    static final class KbpsConverter extends Converter<SoundTarget> {
        @Override
        SoundTarget parse(String value) {
            return new SoundTarget.Kbps(Double.parseDouble(value));
        }
    }
}
