package io.nacre.app.eval.report;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Item;
import io.nacre.app.eval.ItemResult;
import io.nacre.app.eval.Metric;
import io.nacre.app.eval.PictureItem;
import io.nacre.app.eval.codec.CodecInfo;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The viewer of pictures: its data as JSON; the page's script makes the rest. */
final class ViewerSection {
    private final EvalRun run;
    private final PictureSource pictures;
    private final Map<String, List<ItemResult>> kept;

    ViewerSection(EvalRun run, PictureSource pictures) {
        this.run = run;
        this.pictures = pictures;
        this.kept = run.results().stream()
                .filter(result -> result.ok() && result.decoded() != null)
                .collect(Collectors.groupingBy(ItemResult::item));
    }

    /** @param template of the viewer's controls, as markup */
    void write(Markup html, String template) throws IOException {
        html.open("section", "id", "viewer").element("h2", "Pictures");
        if (kept.isEmpty()) {
            html.element("p", "No decoded picture was kept.");
        } else {
            // In a script element only a tag could end the data early, and JSON needs no < outside of strings.
            String json = json().replace("<", "\\u003c");
            html.markup(template);
            html.open("script", "type", "application/json", "id", "pictures")
                    .markup(json)
                    .close("script");
        }
        html.close("section").line();
    }

    private String json() throws IOException {
        JsonStringWriter json = JsonWriter.string().object().array("rates");
        for (double rate : EvalRun.VIEWED_RATES) {
            json.value(rate);
        }
        json.end().array("codecs");
        for (CodecInfo codec : run.codecs()) {
            json.object().value("id", codec.id()).value("title", codec.title()).end();
        }
        json.end().array("items");
        for (Item item : run.items()) {
            if (item instanceof PictureItem picture && kept.containsKey(item.name())) {
                item(json, picture, kept.get(item.name()));
            }
        }
        return json.end().end().done();
    }

    private void item(JsonStringWriter json, PictureItem item, List<ItemResult> results) throws IOException {
        boolean embedded = pictures.embeds(item, results);
        json.object()
                .value("name", item.name())
                .value("width", item.width())
                .value("height", item.height())
                .value("embedded", embedded)
                .value("original", pictures.url(item.original(), embedded))
                .object("codecs");
        for (CodecInfo codec : run.codecs()) {
            List<ItemResult> own = results.stream()
                    .filter(result -> result.codec().equals(codec.id()))
                    .toList();
            if (!own.isEmpty()) {
                codec(json, codec, own, embedded);
            }
        }
        json.end().end();
    }

    private void codec(JsonStringWriter json, CodecInfo codec, List<ItemResult> own, boolean embedded)
            throws IOException {
        json.object(codec.id()).array("nearest");
        for (double rate : EvalRun.VIEWED_RATES) {
            ItemResult nearest = own.stream()
                    .min(Comparator.comparingDouble(result -> Math.abs(Math.log(result.rate() / rate))))
                    .orElseThrow();
            json.value(own.indexOf(nearest));
        }
        json.end().array("kept");
        for (ItemResult result : own) {
            json.object()
                    .value("caption", caption(result))
                    .value("src", pictures.url(result.decoded(), embedded))
                    .end();
        }
        json.end().end();
    }

    private String caption(ItemResult result) {
        StringBuilder caption = new StringBuilder(result.setting());
        caption.append(": ").append(result.bytes()).append(" bytes, ").append(Numbers.rate(result.rate()));
        caption.append(" bpp");
        for (Metric metric : run.options().metrics()) {
            Double value = result.metrics().get(metric.id());
            if (value != null) {
                caption.append(", ").append(metric.title()).append(' ').append(Numbers.valueWithUnit(metric, value));
            }
        }
        return caption.toString();
    }
}
