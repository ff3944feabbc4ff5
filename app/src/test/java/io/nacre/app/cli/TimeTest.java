package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeTest {
    private final Time.Converter converter = new Time.Converter();

    @ParameterizedTest
    @CsvSource({"0, 0", "90, 90", "1.25, 1.25", "1:30, 90", "0:0.5, 0.5", "2:03:04.005, 7384.005", "100:00:00, 360000"})
    void forms(String text, BigDecimal seconds) {
        assertEquals(0, seconds.compareTo(converter.convert(text).seconds()), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-1", "+1", "1:60", "1:60:00", "1:2:3:4", ".5", "5.", "1e3", "NaN", "1 s", "9999999999"})
    void others(String text) {
        assertThrows(TypeConversionException.class, () -> converter.convert(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 44100, 4410",
        "1.00001, 44100, 44100",
        "1.00002, 44100, 44101",
        "999999:59:59, 768000, 2764799999232000"
    })
    void samplesAreTheNearest(String text, int rate, long samples) {
        assertEquals(samples, converter.convert(text).samples(rate));
    }
}
