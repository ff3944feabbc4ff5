package io.nacre.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPackTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> entries() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("receiver.json", bytes("{}"));
        entries.put("tables.bin", new byte[] {1, 2, 3});
        entries.put("analysis.onnx", new byte[] {4, 5});
        return entries;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String manifest(Map<String, byte[]> entries, int format) {
        String hashes = entries.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + sha256(e.getValue()) + "\"")
                .collect(Collectors.joining(","));
        return "{\"name\":\"test\",\"format\":" + format + ",\"licence\":\"Apache-2.0\",\"macPerPixel\":"
                + "{\"synthesis\":7000,\"analysis\":9000},\"sha256\":{" + hashes + "}}";
    }

    private static byte[] zip(String manifest, Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            if (manifest != null) {
                zip.putNextEntry(new ZipEntry("manifest.json"));
                zip.write(bytes(manifest));
            }
            for (Map.Entry<String, byte[]> e : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey()));
                zip.write(e.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    @Test
    void readsWhatTheManifestVouchesFor() throws ModelException {
        Map<String, byte[]> entries = entries();
        ModelPack pack = ModelPack.open(zip(manifest(entries, 1), entries));
        assertEquals("test", pack.manifest().name());
        assertEquals(7000, pack.manifest().receiverMacPerUnit());
        for (Map.Entry<String, byte[]> e : entries.entrySet()) {
            assertArrayEquals(e.getValue(), pack.entry(e.getKey()));
        }
        assertThrows(ModelException.class, () -> pack.entry("synthesis.onnx"));
    }

    @Test
    void graphsComeWithTheWeightsTheyShare() throws ModelException {
        byte[] lender = new OnnxWriter().weights("w", 4, 8, 3, 3).done();
        byte[] borrower = new OnnxWriter()
                .property("weights", "synthesis.onnx")
                .node("Conv", new String[] {"x", "w"}, "y")
                .done();
        Map<String, byte[]> entries = entries();
        entries.put("refine.onnx", borrower);
        ModelPack alone = ModelPack.open(zip(manifest(entries, 1), entries));
        assertThrows(ModelException.class, () -> alone.graph("refine.onnx"));
        entries.put("synthesis.onnx", lender);
        ModelPack pack = ModelPack.open(zip(manifest(entries, 1), entries));
        assertArrayEquals(lender, pack.graph("synthesis.onnx"));
        assertEquals(
                List.of(4L, 8L, 3L, 3L),
                OnnxStructure.parse(pack.graph("refine.onnx"))
                        .constants()
                        .get("w")
                        .shape());
    }

    @Test
    void identityIsTheReceivers() throws ModelException {
        Map<String, byte[]> entries = entries();
        PackId id = ModelPack.open(zip(manifest(entries, 1), entries)).id();
        for (String sender : new String[] {
            "analysis.onnx",
            "hyper_analysis.onnx",
            "send_gains.bin",
            "refine.json",
            "refine.onnx",
            "refine_context.onnx"
        }) {
            entries.put(sender, new byte[] {6});
        }
        assertEquals(id, ModelPack.open(zip(manifest(entries, 1), entries)).id());
        entries.put("tables.bin", new byte[] {1, 2, 4});
        assertNotEquals(id, ModelPack.open(zip(manifest(entries, 1), entries)).id());
    }

    @Test
    void identityIsAsFormatSays() throws Exception {
        Map<String, byte[]> entries = entries();
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        for (String name : new String[] {"receiver.json", "tables.bin"}) {
            hashed.write(bytes(name));
            hashed.write(0);
            hashed.write(HexFormat.of().parseHex(sha256(entries.get(name))));
        }
        String expected = sha256(hashed.toByteArray()).substring(0, 16);
        assertEquals(
                expected,
                ModelPack.open(zip(manifest(entries, 1), entries)).id().toString());
    }

    @Test
    void refusesWhatIsNotAPack() {
        Map<String, byte[]> entries = entries();
        assertMessage("newer Nacre", zip(manifest(entries, 2), entries));
        assertMessage("manifest.json", zip(null, entries));
        assertMessage("manifest", zip("{", entries));
        assertMessage("checksum", zip(manifest(entries, 1).replaceFirst("[0-9a-f]{64}", "12"), entries));
        assertMessage("pack", bytes("not a zip at all"));
        assertMessage("pack", new byte[0]);
        for (String name :
                new String[] {"../evil.bin", "/abs.bin", "a\\b.bin", "Tables.bin", "x.exe", "dir/x.bin", ".bin"}) {
            Map<String, byte[]> more = entries();
            more.put(name, new byte[1]);
            assertMessage("forbidden name", zip(manifest(more, 1), more));
        }
        Map<String, byte[]> unlisted = entries();
        unlisted.put("extra.bin", new byte[1]);
        assertMessage("entries", zip(manifest(entries, 1), unlisted));
    }

    private static void assertMessage(String part, byte[] zip) {
        ModelException e = assertThrows(ModelException.class, () -> ModelPack.open(zip));
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    @Test
    void damageNeverPassesUnseen() throws ModelException {
        Map<String, byte[]> entries = entries();
        SplittableRandom random = new SplittableRandom(5);
        byte[] large = new byte[5000];
        random.nextBytes(large);
        entries.put("tables.bin", large);
        byte[] good = zip(manifest(entries, 1), entries);
        for (int i = 0; i < 2000; i++) {
            byte[] bad = good.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertArrayEquals(large, ModelPack.open(bad).entry("tables.bin"));
            } catch (ModelException e) {
                assertTrue(!e.getMessage().isEmpty());
            }
        }
    }

    @Test
    void bombsAreNotUnpacked() throws ModelException {
        Map<String, byte[]> entries = entries();
        entries.put("tables.bin", new byte[(64 << 20) + 1]);
        ModelPack pack = ModelPack.open(zip(manifest(entries, 1), entries));
        ModelException e = assertThrows(ModelException.class, () -> pack.entry("tables.bin"));
        assertTrue(e.getMessage().contains("larger than"), e.getMessage());
    }

    @Test
    void libraryFindsPacksByNameAndIdentity(@TempDir Path folder) throws Exception {
        Map<String, byte[]> entries = entries();
        byte[] zip = zip(manifest(entries, 1), entries);
        Files.write(folder.resolve("mine.zip"), zip);
        PackLibrary library = new PackLibrary(folder);
        PackId id = ModelPack.open(zip).id();
        assertEquals(id, library.byName("mine").id());
        assertEquals(id, library.byId(id).id());
        ModelException e = assertThrows(ModelException.class, () -> library.byId(new PackId(0x1234)));
        assertTrue(e.getMessage().contains("0000000000001234"), e.getMessage());
        assertThrows(ModelException.class, () -> library.byName("nobody"));
        assertThrows(ModelException.class, () -> new PackLibrary(folder.resolve("absent")).byName("mine"));
        assertEquals(
                "image-fidelity", library.byName("image-fidelity").manifest().name());
    }
}
