package io.nacre.app.eval.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import io.nacre.app.eval.BdEntry;
import io.nacre.app.eval.Curve;
import io.nacre.app.eval.CurvePoint;
import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.ItemResult;
import io.nacre.app.eval.Metric;
import io.nacre.app.eval.Speed;
import io.nacre.app.eval.codec.CodecInfo;
import io.nacre.app.eval.codec.Cost;
import io.nacre.app.eval.codec.MediaKind;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** What stands in the report, and that nothing in a run can break it. */
class HtmlReportTest {
    private static final long SEED = 20260301;

    @TempDir
    private Path folder;

    /** Without the plots' files, which take their time. */
    private static String page(EvalRun run, Path folder) throws Exception {
        Names names = new Names(run);
        return Page.of(run, names, new PlotLayout(run, names), new PictureSource(folder, 1 << 24));
    }

    @Test
    void showsEveryNumberOfTheRun() throws Exception {
        EvalRun run = SampleRun.whole(folder, SEED);
        String page = page(run, folder);
        Set<String> numbers = new TreeSet<>();
        for (ItemResult result : run.results().subList(0, run.results().size() - 1)) {
            numbers.add(Long.toString(result.bytes()));
            numbers.add(fixed(result.rate(), 4));
            addValues(numbers, result.metrics());
            addCost(numbers, result.encode());
            addCost(numbers, result.decode());
        }
        for (Curve curve : run.curves()) {
            for (CurvePoint point : curve.points()) {
                numbers.add(fixed(point.rate(), 4));
                addValues(numbers, point.metrics());
                addValues(numbers, point.pooled());
                double similarity = point.metrics().get(Metric.MS_SSIM.id());
                numbers.add(fixed(-10 * Math.log10(1 - similarity), 3));
            }
        }
        for (BdEntry entry : run.deltas()) {
            if (entry.rate() != null) {
                numbers.add("−" + fixed(-entry.rate().percent(), 2));
                numbers.add("+" + fixed(entry.quality().gain(), 3));
                numbers.addAll(List.of("27.13 to 38.88", "0.250 to 1.500 bpp", "75 % shared", "25 % shared"));
            }
        }
        for (Speed speed : run.speeds()) {
            for (Speed.Way way : List.of(speed.encode(), speed.decode())) {
                numbers.add(significant(way.amountPerSecond()));
                numbers.add(significant(way.cpuSecondsPerAmount()));
                numbers.add(fixed(way.peakBytes() / 1048576.0, 1));
            }
        }
        numbers.add("0.456"); // loading of the model
        Set<String> cells = texts(page);
        List<String> lacking = numbers.stream()
                .filter(number -> cells.stream().noneMatch(cell -> cell.contains(number)))
                .toList();
        assertTrue(numbers.size() > 300, () -> numbers.size() + " numbers");
        assertEquals(List.of(), lacking, "seed " + SEED);
    }

    private static void addValues(Set<String> numbers, Map<String, Double> values) {
        values.forEach((id, value) -> numbers.add(fixed(value, id.equals("ms_ssim") ? 5 : 3)));
    }

    private static void addCost(Set<String> numbers, Cost cost) {
        numbers.add(significant(cost.wallSeconds()));
        numbers.add(significant(cost.cpuSeconds()));
        numbers.add(fixed(cost.peakBytes() / 1048576.0, 1));
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private static String significant(double value) {
        return fixed(value, value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value >= 0.1 ? 3 : 4);
    }

    /** Contents of all table cells. */
    private static Set<String> texts(String page) {
        return Pattern.compile("<t[dh][^>]*>(.*?)</t[dh]>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(cell -> cell.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void showsWhatWasRunAndWhatFailed() throws Exception {
        EvalRun run = SampleRun.whole(folder, SEED);
        String page = page(run, folder);
        Stream.of(
                        "1 March 2026, 12:34 UTC",
                        "1.2.3 &lt;beta&gt;",
                        "Processor &lt;X&gt;",
                        "8.0 GiB",
                        "Linux &amp; co",
                        "refs.csv",
                        "enc {in} {out} &lt;{q}&gt;",
                        "dec {in} {out}",
                        "version 4.5 of nacre",
                        "preset &lt;webp&gt;",
                        "absentenc",
                        "absent-tools",
                        "crashed with &lt;status&gt; 139 &amp; &quot;no&quot; output",
                        "Something &lt;odd&gt; &amp; &quot;strange&quot;.",
                        "mean of per-image values",
                        "of pooled MSE",
                        "The curves share only 25 % of the shorter one&#39;s range.",
                        "anchor has &lt;2 points&gt;")
                .forEach(text -> assertTrue(page.contains(text), () -> "not in the page: " + text));
        for (Metric metric : Metric.of(MediaKind.PICTURE)) {
            assertTrue(page.contains(metric.title() + " over bits per pixel;"), metric.title());
        }
    }

    @Test
    void hostileNamesStayText() throws Exception {
        String page = page(SampleRun.whole(folder, SEED), folder);
        assertFalse(page.contains("<script>alert"));
        assertTrue(page.contains(
                "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;{{script}}&quot; \uFFFD\uFFFD"));
        // One script that runs, one block of data, and the ends of both.
        assertEquals(2, count(page, "<script"));
        assertEquals(2, count(page, "</script"));
        JsonArray items = pictures(page).getArray("items");
        assertEquals(
                SampleRun.HOSTILE.substring(0, 40),
                items.getObject(1).getString("name").substring(0, 40));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static JsonObject pictures(String page) throws Exception {
        Matcher data = Pattern.compile(
                        "<script type=\"application/json\" id=\"pictures\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);
        assertTrue(data.find());
        return JsonParser.object().from(data.group(1));
    }

    @Test
    void policyLetsItsOwnScriptRun() throws Exception {
        String page = page(SampleRun.whole(folder, SEED), folder);
        Matcher script =
                Pattern.compile("<script>(.*)</script>", Pattern.DOTALL).matcher(page);
        assertTrue(script.find());
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
        assertTrue(page.contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'"));
    }

    @Test
    void needsNoNetwork() throws Exception {
        String page = page(SampleRun.whole(folder, SEED), folder);
        assertEquals(
                List.of(),
                Pattern.compile("https?://[^\"'\\s]*")
                        .matcher(page)
                        .results()
                        .map(url -> url.group())
                        .filter(url -> !url.equals("http://www.w3.org/2000/svg"))
                        .toList());
    }

    @Test
    void plotsAreWellFormedAndComplete() throws Exception {
        EvalRun run = SampleRun.whole(folder, SEED);
        new HtmlReport().write(run, folder);
        for (Metric metric : Metric.of(MediaKind.PICTURE)) {
            for (String name : List.of(metric.id(), metric.id() + "-log")) {
                Document svg = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(Files.readAllBytes(folder.resolve("plots/" + name + ".svg"))));
                long points = run.curves().stream()
                        .mapToLong(curve -> curve.points().size())
                        .sum();
                assertEquals(points, svg.getElementsByTagName("title").getLength(), name);
                assertTrue(svg.getDocumentElement().getTextContent().contains("Web<P> & co"), name);
                assertEquals(
                        1280,
                        ImageIO.read(folder.resolve("plots/" + name + ".png").toFile())
                                .getWidth(),
                        name);
            }
        }
    }

    @Test
    void sameRunGivesSameBytes(@TempDir Path other) throws Exception {
        EvalRun run = SampleRun.whole(folder, SEED);
        assertTrue(page(run, folder).equals(page(run, folder)), "seed " + SEED);
        Plot plot = new PlotLayout(run, new Names(run)).plot(Metric.MS_SSIM, false, true);
        for (Path to : List.of(folder, other)) {
            new PlotFiles(to).write(plot);
        }
        for (String file : List.of("ms_ssim.svg", "ms_ssim.png")) {
            assertEquals(-1, Files.mismatch(folder.resolve(file), other.resolve(file)), file);
        }
    }

    @Test
    void picturesBeyondTheBoundLieBeside() throws Exception {
        EvalRun run = SampleRun.whole(folder, SEED);
        long first = 0; // of the first item, as base64
        for (ItemResult result : run.results()) {
            if (result.item().equals("street.png") && result.decoded() != null) {
                first += 4 * ((Files.size(result.decoded()) + 2) / 3);
            }
        }
        first += 4 * ((Files.size(run.items().get(0).original()) + 2) / 3);
        long bound = first + 1000;
        Names names = new Names(run);
        String page = Page.of(run, names, new PlotLayout(run, names), new PictureSource(folder, bound));
        long embedded = Pattern.compile("data:image/png;base64,[A-Za-z0-9+/=]*")
                .matcher(page)
                .results()
                .mapToLong(url -> url.group().length())
                .sum();
        assertTrue(embedded > first && embedded <= bound, embedded + " of " + bound);
        JsonArray items = pictures(page).getArray("items");
        assertTrue(items.getObject(0).getBoolean("embedded"));
        JsonObject beside = items.getObject(1);
        assertFalse(beside.getBoolean("embedded"));
        assertArrayEquals(
                Files.readAllBytes(run.items().get(1).original()),
                Files.readAllBytes(Path.of(folder.toUri().resolve(URI.create(beside.getString("original"))))));
        for (Object codec : beside.getObject("codecs").values()) {
            for (Object kept : ((JsonObject) codec).getArray("kept")) {
                URI url = folder.toUri().resolve(URI.create(((JsonObject) kept).getString("src")));
                assertTrue(Files.isRegularFile(Path.of(url)), url.toString());
            }
        }
    }

    @Test
    void viewerShowsTheNearestRate() throws Exception {
        EvalRun run = SampleRun.whole(folder, SEED);
        JsonObject data = pictures(page(run, folder));
        double[] rates = {0.25, 0.5, 1};
        for (int i = 0; i < run.items().size(); i++) {
            for (CodecInfo codec : run.codecs()) {
                String item = run.items().get(i).name();
                List<ItemResult> kept = run.results().stream()
                        .filter(result -> result.item().equals(item)
                                && result.codec().equals(codec.id())
                                && result.decoded() != null)
                        .toList();
                JsonObject shown =
                        data.getArray("items").getObject(i).getObject("codecs").getObject(codec.id());
                for (int r = 0; r < rates.length; r++) {
                    double rate = rates[r];
                    ItemResult chosen = kept.get(shown.getArray("nearest").getInt(r));
                    double distance = Math.max(chosen.rate() / rate, rate / chosen.rate());
                    assertTrue(
                            kept.stream().allMatch(one -> Math.max(one.rate() / rate, rate / one.rate()) >= distance),
                            "seed " + SEED);
                    assertEquals(
                            "data:image/png;base64,"
                                    + Base64.getEncoder().encodeToString(Files.readAllBytes(chosen.decoded())),
                            shown.getArray("kept")
                                    .getObject(shown.getArray("nearest").getInt(r))
                                    .getString("src"));
                }
            }
        }
    }

    @Test
    void valuesThatAreMissingOrCannotBeAreNotDrawn() throws Exception {
        EvalRun run = SampleRun.withCurves(
                folder,
                SEED,
                List.of(new Curve(
                        "file",
                        true,
                        List.of(
                                new CurvePoint("no metric", 0.5, Map.of(), Map.of()),
                                new CurvePoint("impossible", 0.6, Map.of("ms_ssim", 1.25), Map.of()),
                                new CurvePoint("lossless", 3, Map.of("psnr_rgb", Double.POSITIVE_INFINITY), Map.of()),
                                new CurvePoint("lossy", 0.7, Map.of("psnr_rgb", 31.5), Map.of())))));
        String page = page(run, folder);
        assertTrue(page.contains("<td>lossless</td><td>3.0000</td><td>∞</td>"));
        assertTrue(page.contains("<td>no metric</td><td>0.5000</td><td>–</td>"));
        assertTrue(page.contains("<td>1.25000</td><td>–</td>"));
        Matcher plots = Pattern.compile("<title>(file[^<]*)</title>").matcher(page);
        assertEquals(
                List.of("file, lossy\n0.7000 bpp\nPSNR RGB 31.500 dB", "file, lossy\n0.7000 bpp\nPSNR RGB 31.500 dB"),
                plots.results().map(title -> title.group(1)).toList());
        assertFalse(page.contains("MS-SSIM over bits per pixel"));
    }

    @Test
    void runsWithoutResultsGiveAPage(@TempDir Path other) throws Exception {
        new HtmlReport().write(SampleRun.failed(folder, SEED), folder);
        String failed = Files.readString(folder.resolve("report.html"));
        assertTrue(failed.contains("There is no curve"));
        assertTrue(failed.contains("21 of 21 codings failed."));
        assertTrue(failed.contains("crashed with"));
        assertTrue(failed.contains("No decoded picture was kept."));
        assertFalse(Files.exists(folder.resolve("plots")));
        String empty = page(SampleRun.empty(other, SEED), other);
        assertTrue(empty.contains("No codec was run."));
        assertTrue(empty.contains("Nothing was coded."));
        assertTrue(empty.contains("absent-tools"));
    }
}
