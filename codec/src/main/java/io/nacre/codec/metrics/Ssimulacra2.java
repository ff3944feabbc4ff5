package io.nacre.codec.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * SSIMULACRA 2.1 of 8-bit sRGB pictures (Sneyers, Ben Baruch and Vaxman, "CID22: Large-scale subjective quality
 * assessment for high fidelity image compression", IEEE MultiMedia 31, 2024; cloudinary/ssimulacra2 v2.1, also in
 * libjxl): a weighted sum of 108 norms of error maps, in XYB, at six scales, fitted to opinion scores. 100 means equal;
 * about 90 indistinguishable, 70 high quality, 50 medium, 30 low; heavy distortion goes below 0.
 *
 * <p>Not symmetric: an edge that is gained counts otherwise than one that is lost. Computed in double precision; the
 * reference program uses single precision, whose rounding counts as error: it gives some hundredths less up to a score
 * of 75, up to 0.6 less around 85, and strays by 1 or 2 where both pictures are flat. Memory grows with the width only.
 * Thread-safe.
 */
public final class Ssimulacra2 {
    /** The smallest width and height that can be measured. Below 113 coarse scales are missing, and scores doubtful. */
    public static final int MIN_SIDE = Ssimulacra2Scale.MIN_SIDE;

    private static final int SCALES = 6;
    private static final int CHANNELS = PictureArguments.CHANNELS;

    /** A row for each scale from fine to coarse, for X, then Y, then B; columns in the order of the norms. */
    private static final double[][] WEIGHTS = {
        {0, 0.0007376606707406586, 0, 0, 0.0007793481682867309, 0},
        {0, 0.0004371155730107379, 0, 1.1041726426657346, 0.00066284834129271, 0.00015231632783718752},
        {0, 0.0016406437456599754, 0, 1.8422455520539298, 11.441172603757666, 0},
        {0.0007989109436015163, 0.000176816438078653, 0, 1.8787594979546387, 10.94906990605142, 0},
        {
            0.0007289346991508072,
            0.9677937080626833,
            0,
            0.00014003424285435884,
            0.9981766977854967,
            0.00031949755934435053
        },
        {0.0004550992113792063, 0, 0, 0.0013648766163243398, 0, 0},
        {0, 0, 0, 7.466890328078848, 0, 17.445833984131262},
        {0.0006235601634041466, 0, 0, 6.683678146179332, 0.00037724407979611296, 1.027889937768264},
        {225.20515300849274, 0, 0, 19.213238186143016, 0.0011401524586618361, 0.001237755635509985},
        {176.39317598450694, 0, 0, 24.43300999870476, 0.28520802612117757, 0.0004485436923833408},
        {0, 0, 0, 34.77906344483772, 44.835625328877896, 0},
        {0, 0, 0, 0, 0, 0},
        {0, 0.0008680556573291698, 0, 0, 0, 0},
        {0, 0.0005313191874358747, 0, 0.00016533814161379112, 0, 0},
        {0, 0, 0, 0.0004179171803251336, 0.0017290828234722833, 0},
        {0.0020827005846636437, 0, 0, 8.826982764996862, 23.19243343998926, 0},
        {
            95.1080498811086,
            0.9863978034400682,
            0.9834382792465353,
            0.0012286405048278493,
            171.2667255897307,
            0.9807858872435379
        },
        {0, 0, 0, 0.0005130064588990679, 0, 0.00010854057858411537}
    };

    private static final double[] LINEAR = linearLight();

    private Ssimulacra2() {}

    /**
     * SSIMULACRA 2.1 of a distorted picture.
     *
     * @param original interleaved sRGB, row by row, 3 width height unsigned bytes
     * @param distorted the same
     * @param width pixels a row
     * @param height rows
     * @return at most 100, exactly 100 for equal pictures; empty if a side is shorter than {@link #MIN_SIDE}
     * @throws IllegalArgumentException if a side is less than 1 or an array's length does not fit the sides
     */
    public static OptionalDouble of(byte[] original, byte[] distorted, int width, int height) {
        PictureArguments.check(original, distorted, width, height);
        if (Math.min(width, height) < MIN_SIDE) {
            return OptionalDouble.empty();
        }
        Ssimulacra2Scale finest = new Ssimulacra2Scale(width, height, SCALES);
        double[][] a = new double[CHANNELS][width];
        double[][] b = new double[CHANNELS][width];
        for (int y = 0; y < height; y++) {
            linearRow(original, y, a);
            linearRow(distorted, y, b);
            finest.accept(a, b);
        }
        List<double[][]> norms = new ArrayList<>();
        finest.finish(norms);
        return OptionalDouble.of(score(norms));
    }

    private static double score(List<double[][]> norms) {
        double sum = 0;
        int row = 0; // runs on where scales are missing, as in the reference program
        for (int c = 0; c < CHANNELS; c++) {
            for (double[][] scale : norms) {
                double[] weights = WEIGHTS[row++];
                for (int i = 0; i < weights.length; i++) {
                    sum += weights[i] * scale[c][i];
                }
            }
        }
        double error = 0.9562382616834844 * sum;
        double bent = error * (2.326765642916932 + error * (-0.020884521182843837 + error * 6.248496625763138e-5));
        return 100 - 10 * Math.pow(Math.max(bent, 0), 0.6276336467831387);
    }

    private static void linearRow(byte[] rgb, int y, double[][] row) {
        int width = row[0].length;
        int i = y * width * CHANNELS;
        for (int x = 0; x < width; x++) {
            for (int c = 0; c < CHANNELS; c++) {
                row[c][x] = LINEAR[rgb[i++] & 255];
            }
        }
    }

    /** The sRGB transfer function (IEC 61966-2-1) of the 256 codes. */
    private static double[] linearLight() {
        double[] linear = new double[256];
        for (int i = 0; i < linear.length; i++) {
            double code = i / 255.0;
            linear[i] = code <= 0.04045 ? code / 12.92 : Math.pow((code + 0.055) / 1.055, 2.4);
        }
        return linear;
    }
}
