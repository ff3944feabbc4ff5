package io.nacre.models;

/** What a pack is for, and so in what its costs and its training are counted. */
public enum PackKind {
    PICTURE("pixel", "pixels", "macPerPixel"),
    SOUND("sample", "seconds", "macPerSample");

    private final String unit;
    private final String trainedOn;
    private final String costKey;

    PackKind(String unit, String trainedOn, String costKey) {
        this.unit = unit;
        this.trainedOn = trainedOn;
        this.costKey = costKey;
    }

    /** One of what costs are counted for: a pixel, or a sample at the model's rate. */
    public String unit() {
        return unit;
    }

    /** What training is counted in, and the manifest's key for it. */
    public String trainedOn() {
        return trainedOn;
    }

    /** The manifest's key for costs. */
    public String costKey() {
        return costKey;
    }
}
