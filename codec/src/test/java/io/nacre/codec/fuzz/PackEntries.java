package io.nacre.codec.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs taken apart and put together again, with a manifest that vouches for whatever is in them. */
public final class PackEntries {
    static final Map<String, byte[]> SMALL = Map.of(
            "receiver.json", "{}".getBytes(StandardCharsets.UTF_8),
            "tables.bin", new byte[] {1, 2, 3},
            "synthesis.onnx", new byte[] {4, 5});

    private static final int MAX_EDITS = 20;
    private static final String MANIFEST = "manifest.json";

    private PackEntries() {}

    /** The entries of a pack, its manifest left out. */
    public static Map<String, byte[]> of(byte[] pack) {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(MANIFEST)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** An entry with some bytes replaced, perhaps cut short or one byte longer. */
    public static byte[] edited(byte[] entry, FuzzBytes input) {
        int length = input.bit() ? input.between(0, entry.length + 1) : entry.length;
        byte[] edited = Arrays.copyOf(entry, length);
        for (int i = 0; i < MAX_EDITS && !input.isEmpty() && length > 0; i++) {
            edited[input.between(0, length - 1)] = (byte) input.unsignedByte();
        }
        return edited;
    }

    /** A pack of these entries. */
    public static byte[] zip(Map<String, byte[]> entries) {
        String hashes = entries.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + sha256(entry.getValue()) + "\"")
                .collect(Collectors.joining(","));
        String manifest = "{\"name\":\"fuzz\",\"format\":1,\"licence\":\"Apache-2.0\",\"macPerPixel\":{},\"sha256\":{"
                + hashes + "}}";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(0); // a fuzzer sees through
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
