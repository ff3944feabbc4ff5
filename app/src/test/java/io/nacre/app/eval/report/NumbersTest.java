package io.nacre.app.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.app.eval.Metric;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void signs() {
        assertEquals("−12.35", Numbers.fixed(-12.345678, 2));
        assertEquals("0.00", Numbers.fixed(-0.0049, 2));
        assertEquals("+1.50", Numbers.signed(1.5, 2));
        assertEquals("−1.50", Numbers.signed(-1.5, 2));
    }

    @Test
    void whatIsNoNumber() {
        assertEquals("–", Numbers.fixed(Double.NaN, 2));
        assertEquals("∞", Numbers.value(Metric.PSNR_RGB, Double.POSITIVE_INFINITY));
        assertEquals("–", Numbers.mebibytes(0));
        assertEquals("–", Numbers.significant(Double.NaN));
    }

    @Test
    void threeSignificantDigits() {
        assertEquals("12345", Numbers.significant(12345));
        assertEquals("12.3", Numbers.significant(12.345));
        assertEquals("0.00123", Numbers.significant(0.0012345));
        assertEquals("−0.123", Numbers.significant(-0.12345));
        assertEquals("0", Numbers.significant(0));
    }
}
