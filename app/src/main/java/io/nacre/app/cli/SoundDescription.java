package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.SoundHeader;
import java.util.List;
import java.util.Locale;

/** What a sound's file says of it. */
record SoundDescription(InputReader.NacreFile file) implements Description {
    @Override
    public String rate() {
        return String.format(Locale.ROOT, "%.3f kbit/s", file.kbps());
    }

    @Override
    public List<String> lines() {
        SoundHeader header = file.reader().soundHeader();
        return List.of(
                String.format(
                        Locale.ROOT,
                        "sound     %.3f s (%,d samples), %d Hz, %d channel%s%s, decoded to %s",
                        header.seconds(),
                        header.samples(),
                        header.sampleRate(),
                        header.channels(),
                        header.channels() == 1 ? "" : "s",
                        header.alike() ? " all alike" : "",
                        SampleBits.of(header.format()).encoding()),
                String.format(Locale.ROOT, "quality   %.1f", quality(header)),
                String.format(Locale.ROOT, "groups    %d of %d s", header.tileCount(), header.groupSeconds()));
    }

    @Override
    public void write(JsonStringWriter json) {
        SoundHeader header = file.reader().soundHeader();
        json.value("kbps", file.kbps())
                .value("sampleRate", header.sampleRate())
                .value("channels", header.channels())
                .value("channelsAlike", header.alike())
                .value("samples", header.samples())
                .value("duration", header.seconds())
                .value("sampleFormat", SampleBits.of(header.format()).toString())
                .value("quality", quality(header))
                .value("groupSeconds", header.groupSeconds())
                .value("groups", header.tileCount());
    }

    private static double quality(SoundHeader header) {
        return 100.0 * header.quality() / ImageHeader.MAX_QUALITY;
    }
}
