package io.nacre.codec.image;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.nacre.models.ModelException;
import java.nio.charset.StandardCharsets;

/**
 * How the pack weighed rate against distortion in training, its refine.json: bits per pixel + lambda 255^2 MSE, with
 * lambda evenly spaced in log over the qualities.
 */
record SearchSpec(double lambdaLow, double lambdaHigh) {
    /**
     * The slope of the search over that of training. On crops of Kodak 1.2 to 1.4 were best by half a percent of rate:
     * what refinement saves is worth more as fidelity at the same steps than as coarser symbols.
     */
    private static final double SLOPE = 1.3;

    static SearchSpec parse(byte[] json) throws ModelException {
        try {
            JsonObject o = JsonParser.object().from(new String(json, StandardCharsets.UTF_8));
            return new SearchSpec(positive(o, "lambdaLow"), positive(o, "lambdaHigh"));
        } catch (JsonParserException e) {
            throw new ModelException("the pack's refine.json is damaged: " + e.getMessage(), e);
        }
    }

    private static double positive(JsonObject o, String key) throws ModelException {
        double value = o.getDouble(key, 0);
        if (!(value > 0 && value < 1e6)) {
            throw new ModelException("the pack's refine.json says " + key + " = " + value);
        }
        return value;
    }

    /**
     * What a squared error costs in bits.
     *
     * @param share where the quality lies in the trained range, 0..1
     * @return bits for one unit of the sum of squared errors over all samples of the three channels, in 0..1
     */
    double bitsPerSquaredError(double share) {
        double lambda = lambdaLow * Math.pow(lambdaHigh / lambdaLow, share);
        return SLOPE * lambda * 255 * 255 / 3;
    }
}
