package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTailTest {
    /** Values of the C library. */
    @ParameterizedTest
    @CsvSource({
        "0, 1.0",
        "1e-09, 0.9999999988716208",
        "0.1, 0.8875370839817152",
        "0.5, 0.4795001221869535",
        "1, 0.15729920705028513",
        "1.7, 0.016209541409225436",
        "2.5, 0.0004069520174449589",
        "2.999999, 2.209063625205517e-05",
        "3, 2.2090496998585438e-05",
        "3.000001, 2.2090357745951234e-05",
        "3.5, 7.430983723414128e-07",
        "5, 1.5374597944280351e-12",
        "10, 2.088487583762545e-45",
        "26, 5.663192408856143e-296"
    })
    void agreesWithKnownValues(double x, double expected) {
        assertEquals(expected, NormalTail.erfc(x), 1e-10 * expected);
    }
}
