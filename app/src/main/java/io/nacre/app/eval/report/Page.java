package io.nacre.app.eval.report;

import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.codec.MediaKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the page together from its template, style, script and sections. */
final class Page {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private Page() {}

    /** @return HTML 5 */
    static String of(EvalRun run, Names names, PlotLayout layout, PictureSource pictures) throws IOException {
        Markup main = new Markup();
        Heading.write(main, run);
        new CurveSection(run, names, layout).write(main);
        new DeltaSection(run, names).write(main);
        CodecSection codecs = new CodecSection(run);
        codecs.writeSpeeds(main);
        boolean viewed = run.options().kind() == MediaKind.PICTURE;
        if (viewed) {
            new ViewerSection(run, pictures).write(main, resource("viewer.html"));
        }
        ItemSection items = new ItemSection(run, names);
        items.write(main);
        items.writeFailures(main);
        codecs.write(main);
        String script = resource("report.js");
        return fill(
                resource("report.html"),
                Map.of(
                        "style",
                        SeriesStyle.css() + resource("report.css"),
                        "digest",
                        digest(script),
                        "viewer",
                        viewed ? "<a href=\"#viewer\">Pictures</a> " : "",
                        "main",
                        main.toString(),
                        "script",
                        script));
    }

    /** Replaces all places at once, so that what is put in may look like a place. */
    private static String fill(String template, Map<String, String> values) {
        StringBuilder page = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int end = 0;
        while (place.find()) {
            page.append(template, end, place.start()).append(values.get(place.group(1)));
            end = place.end();
        }
        return page.append(template, end, template.length()).toString();
    }

    /** By which the page's content security policy lets this script run, and no other. */
    private static String digest(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
