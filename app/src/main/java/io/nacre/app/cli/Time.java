package io.nacre.app.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A point or a length of time within a sound, exact.
 *
 * @param seconds not negative
 */
record Time(BigDecimal seconds) {
    private static final Pattern FORM = Pattern.compile("(?:(?:(\\d{1,6}):)?([0-5]?\\d):)?(\\d{1,9}(?:\\.\\d{1,30})?)");
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    /** The nearest sample at a rate in Hz. */
    long samples(int rate) {
        return seconds.multiply(BigDecimal.valueOf(rate))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Reads seconds with decimals, m:s or h:m:s. */
    static final class Converter implements ITypeConverter<Time> {
        @Override
        public Time convert(String value) {
            Matcher form = FORM.matcher(value);
            if (!form.matches()) {
                throw wrong(value);
            }
            BigDecimal seconds = new BigDecimal(form.group(3));
            if (form.group(2) != null && seconds.compareTo(MINUTE) >= 0) {
                throw wrong(value);
            }
            return new Time(
                    seconds.add(MINUTE.multiply(number(form.group(2)).add(MINUTE.multiply(number(form.group(1)))))));
        }

        private static BigDecimal number(String digits) {
            return digits == null ? BigDecimal.ZERO : new BigDecimal(digits);
        }

        private static TypeConversionException wrong(String value) {
            return new TypeConversionException("'" + value + "' is not a time in seconds or as h:m:s");
        }
    }
}
