package io.nacre.models;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A model pack: a zip of graphs, tables and a manifest. Nothing is ever extracted to disk; each entry is read into memory
 * up to a bound and compared with the manifest's SHA-256 before it is handed out. Immutable, thread-safe.
 */
public final class ModelPack {
    /** Entries of the sender; all others but the manifest belong to the receiver and make the pack's identity. */
    private static final Set<String> SENDER = Set.of(
            "analysis.onnx",
            "hyper_analysis.onnx",
            "send_gains.bin",
            "refine.json",
            "refine.onnx",
            "refine_context.onnx");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_]{0,60}\\.(onnx|bin|json)");
    private static final String MANIFEST = "manifest.json";
    private static final int MAX_ENTRIES = 64;
    private static final int MAX_MANIFEST = 1 << 16;
    private static final int MAX_ENTRY = 64 << 20;

    private final byte[] zip;
    private final PackManifest manifest;
    private final PackId id;

    private ModelPack(byte[] zip, PackManifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
        this.id = identity(manifest.sha256());
    }

    /**
     * Opens a pack and checks its manifest and the names of its entries.
     *
     * @throws ModelException if it is not a pack, or a damaged one
     */
    public static ModelPack open(byte[] zip) throws ModelException {
        try (ZipFile archive = archive(zip)) {
            Set<String> names = new TreeSet<>();
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                if (!NAME.matcher(entry.getName()).matches() || !names.add(entry.getName())) {
                    throw new ModelException("the pack has an entry of a forbidden name");
                }
                if (names.size() > MAX_ENTRIES) {
                    throw new ModelException("the pack has more than " + MAX_ENTRIES + " entries");
                }
            }
            ZipArchiveEntry entry = archive.getEntry(MANIFEST);
            if (entry == null) {
                throw new ModelException("not a model pack: it has no " + MANIFEST);
            }
            PackManifest manifest = PackManifest.parse(read(archive, entry, MAX_MANIFEST));
            names.remove(MANIFEST);
            if (!names.equals(manifest.sha256().keySet())) {
                throw new ModelException("the pack's entries are not those of its manifest");
            }
            return new ModelPack(zip, manifest);
        } catch (ModelException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ModelException("not a model pack, or a damaged one: " + e.getMessage(), e);
        }
    }

    public PackManifest manifest() {
        return manifest;
    }

    public PackId id() {
        return id;
    }

    /** Bytes of the zip. */
    public int size() {
        return zip.length;
    }

    /** Whether the pack has an entry of that name. */
    public boolean has(String name) {
        return manifest.sha256().containsKey(name);
    }

    /**
     * Reads an entry.
     *
     * @throws ModelException if there is none of that name, or it is not what the manifest says
     */
    public byte[] entry(String name) throws ModelException {
        byte[] expected = manifest.sha256().get(name);
        if (expected == null) {
            throw new ModelException("pack " + manifest.name() + " has no " + name);
        }
        try (ZipFile archive = archive(zip)) {
            byte[] bytes = read(archive, archive.getEntry(name), MAX_ENTRY);
            if (!Arrays.equals(sha256().digest(bytes), expected)) {
                throw new ModelException(
                        "pack " + manifest.name() + ": " + name + " is damaged (its checksum differs)");
            }
            return bytes;
        } catch (ModelException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ModelException("pack " + manifest.name() + ": " + name + " can't be read: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a graph, with the weights of the entry that it names as their owner, if any.
     *
     * @return an ONNX model that a runtime can open
     * @throws ModelException if there is none of that name, it is damaged, or the owner of its weights is not there
     */
    public byte[] graph(String name) throws ModelException {
        byte[] onnx = entry(name);
        String lender = SharedWeights.lender(onnx);
        return lender == null ? onnx : SharedWeights.join(onnx, entry(lender));
    }

    private static ZipFile archive(byte[] zip) throws IOException {
        return ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(zip))
                .get();
    }

    /** Counts the bytes that come out, whatever the entry declares. */
    private static byte[] read(ZipFile archive, ZipArchiveEntry entry, int most) throws IOException {
        try (InputStream in = archive.getInputStream(entry)) {
            ByteArrayOutputStream out =
                    new ByteArrayOutputStream((int) Math.max(32, Math.min(entry.getSize(), 4 << 20)));
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (out.size() + n > most) {
                    throw new ModelException(entry.getName() + " is larger than " + most + " bytes");
                }
                out.write(buffer, 0, n);
            }
            return out.toByteArray();
        }
    }

    private static PackId identity(Map<String, byte[]> hashes) {
        MessageDigest digest = sha256();
        for (String name : new TreeSet<>(hashes.keySet())) {
            if (!SENDER.contains(name)) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(hashes.get(name));
            }
        }
        return new PackId(ByteBuffer.wrap(digest.digest()).getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
