package io.nacre.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    private final Locale before = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.ENGLISH);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.FORMAT, before);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1536, 1.5 KiB",
        "-1536, -1.5 KiB",
        "1048576, 1.00 MiB",
        "5368709120, 5.00 GiB"
    })
    void sizesAreInTheLargestUnitThatFits(double bytes, String expected) {
        assertEquals(expected, Quantities.size(bytes).replace(",", ""));
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0 s", "59.4, 59 s", "59.6, 1 min 0 s", "3599, 59 min 59 s", "3600, 1 h 0 min", "90061, 25 h 1 min"
    })
    void durationsAreTheCoarserTheLonger(double seconds, String expected) {
        assertEquals(expected, Quantities.duration(seconds));
    }

    @Test
    void signsAreTypeset() {
        assertEquals("−3.5", Quantities.signed("%+.1f", -3.5));
        Locale.setDefault(Locale.Category.FORMAT, Locale.GERMAN);
        assertEquals("+3,5", Quantities.signed("%+.1f", 3.5));
    }
}
