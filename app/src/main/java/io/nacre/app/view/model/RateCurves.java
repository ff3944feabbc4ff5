package io.nacre.app.view.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rate-distortion points of the open picture that are known so far, by coder. Belongs to the window's thread. */
public final class RateCurves {
    /** Points closer than this share of their rate are one. */
    private static final double SAME_RATE = 0.002;

    private final Map<String, TreeMap<Double, CurvePoint>> points = new LinkedHashMap<>();

    void clear() {
        points.clear();
    }

    /** Adds a point; pictures that came back unchanged have no finite PSNR and are left out. */
    void add(String coder, double bitsPerPixel, double psnr) {
        if (!Double.isFinite(psnr)) {
            return;
        }
        TreeMap<Double, CurvePoint> curve = points.computeIfAbsent(coder, id -> new TreeMap<>());
        curve.subMap(bitsPerPixel * (1 - SAME_RATE), true, bitsPerPixel * (1 + SAME_RATE), true)
                .clear();
        curve.put(bitsPerPixel, new CurvePoint(bitsPerPixel, psnr));
    }

    /** Ids of the coders that have points, in the order in which they came. */
    public List<String> coders() {
        return List.copyOf(points.keySet());
    }

    /** The points of a coder by rising rate. */
    public List<CurvePoint> curve(String coder) {
        TreeMap<Double, CurvePoint> curve = points.get(coder);
        return curve == null ? List.of() : List.copyOf(curve.values());
    }
}
