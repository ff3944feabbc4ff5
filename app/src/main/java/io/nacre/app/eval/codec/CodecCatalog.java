package io.nacre.app.eval.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The external codecs that are known: those that are shipped as data, and those of a user's files. Immutable. */
public final class CodecCatalog {
    /** Time that one encoding or decoding may take, unless a user says otherwise. */
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(2);

    private static final String SHIPPED = "codecs.json";
    private static final int MAX_BYTES = 1 << 20;

    private final Map<String, Entry> entries;

    /** @param folder that programs named by a relative path lie below, or null to allow none */
    private record Entry(CodecSpec spec, Path folder) {}

    private CodecCatalog(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /** The codecs that are shipped. */
    public static CodecCatalog shipped() {
        try (InputStream in = CodecCatalog.class.getResourceAsStream(SHIPPED)) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new CodecCatalog(Map.of()).with(new CodecSpecReader(SHIPPED).read(json), null);
        } catch (IOException e) {
            throw new IllegalStateException(e); // part of the program
        }
    }

    /**
     * These codecs and those of a user's file, whose commands have the same form. A codec of the same id takes the place
     * of the one before. A program that is named with a slash is looked for from the file's folder on, others on the path.
     *
     * @throws IOException if the file can't be read or is not valid; the message says which codec and key is wrong
     */
    public CodecCatalog with(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is larger than a description of codecs may be");
        }
        String json;
        try {
            json = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not in UTF-8", e);
        }
        return with(
                new CodecSpecReader(file.toString()).read(json),
                file.toAbsolutePath().getParent());
    }

    private CodecCatalog with(List<CodecSpec> specs, Path folder) {
        Map<String, Entry> all = new LinkedHashMap<>(entries);
        specs.forEach(spec -> all.put(spec.id(), new Entry(spec, folder)));
        return new CodecCatalog(all);
    }

    /** Ids of all codecs of a kind, in the order of the files. */
    public List<String> ids(MediaKind kind) {
        return entries.values().stream()
                .map(Entry::spec)
                .filter(spec -> spec.kind() == kind)
                .map(CodecSpec::id)
                .toList();
    }

    /**
     * The codecs of one id or family.
     *
     * @param name as a user gives it
     * @return ids, empty if there is none of that name and kind
     */
    public List<String> named(String name, MediaKind kind) {
        List<String> ids = ids(kind);
        if (ids.contains(name)) {
            return List.of(name);
        }
        return ids.stream()
                .filter(id -> entries.get(id).spec().family().equals(name))
                .toList();
    }

    /** What {@link #open} found. */
    public record Opened<M>(List<Codec<M>> codecs, List<CodecInfo> missing) {}

    /**
     * Looks for the programs of some codecs and asks for their versions.
     *
     * @param ids of this catalog, of the medium's kind
     * @param limit time that one encoding or decoding may take
     */
    public <M> Opened<M> open(List<String> ids, Medium<M> medium, Duration limit)
            throws IOException, InterruptedException {
        ToolRunner runner = new ToolRunner(limit, CpuMeter.find());
        List<Codec<M>> codecs = new ArrayList<>();
        List<CodecInfo> missing = new ArrayList<>();
        for (String id : ids) {
            Entry entry = entries.get(id);
            ToolFinder finder = new ToolFinder(entry.folder());
            String absent = finder.firstMissing(entry.spec());
            if (absent == null) {
                codecs.add(ExternalCodec.open(entry.spec(), medium, finder, runner));
            } else {
                missing.add(ExternalCodec.missing(entry.spec(), absent));
            }
        }
        return new Opened<>(List.copyOf(codecs), List.copyOf(missing));
    }
}
