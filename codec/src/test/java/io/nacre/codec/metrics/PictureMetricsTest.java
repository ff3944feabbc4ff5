package io.nacre.codec.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PSNR and MS-SSIM against values computed in PyTorch (float64) on the same synthetic pictures. */
class PictureMetricsTest {
    @ParameterizedTest
    @CsvSource({
        "256, 256,   4,    559014, 43.59258861676172,  0.9984627886256051",
        "301, 217,  12,   5241275, 33.857908981017644, 0.9859690049638496",
        "768, 512,  24, 127955385, 27.777742287119004, 0.9451459480549622",
        "177, 400,  60, 140132848, 19.936949247651114, 0.7065433552291635",
        "480, 176, 120, 650368592, 14.037959609010855, 0.38188739962261"
    })
    void matchesTheReference(int width, int height, int strength, long squaredError, double psnr, double msSsim) {
        byte[] a = SyntheticPicture.original(width, height);
        byte[] b = SyntheticPicture.distorted(a, width, strength);
        assertEquals(squaredError, Psnr.squaredError(a, b));
        assertEquals(squaredError / (3.0 * width * height), Psnr.mse(a, b));
        assertEquals(psnr, Psnr.of(a, b), 1e-9);
        assertEquals(msSsim, MsSsim.of(a, b, width, height).orElseThrow(), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"256, 256", "177, 230"})
    void bothAreSymmetricAndPerfectForEqualPictures(int width, int height) {
        byte[] a = SyntheticPicture.original(width, height);
        byte[] b = SyntheticPicture.distorted(a, width, 30);
        assertEquals(Psnr.of(a, b), Psnr.of(b, a));
        assertEquals(MsSsim.of(a, b, width, height), MsSsim.of(b, a, width, height));
        assertEquals(Double.POSITIVE_INFINITY, Psnr.of(a, a.clone()));
        double perfect = MsSsim.of(a, a.clone(), width, height).orElseThrow();
        assertEquals(1, perfect);
        assertTrue(Double.isInfinite(MsSsim.decibels(perfect)));
    }
}
