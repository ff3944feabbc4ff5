package io.nacre.app.cli;

import io.nacre.app.eval.codec.CodecCatalog;
import io.nacre.app.eval.codec.NacreCodec;
import io.nacre.app.eval.codec.PictureCodec;
import io.nacre.models.PackLibrary;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Codecs by the names that {@code nacre eval} takes: {@code nacre}, {@code nacre-PACK}, and those of a catalog. */
final class EvalCodecs {
    private static final String NACRE = "nacre";
    private static final String DEFAULT_PACK = "image-fidelity";

    private final CodecCatalog catalog;
    private final PackLibrary library;
    private final OpenModels models;
    private final boolean alone;

    /** @param alone whether one coding runs at a time */
    EvalCodecs(CodecCatalog catalog, PackLibrary library, OpenModels models, boolean alone) {
        this.catalog = catalog;
        this.library = library;
        this.models = models;
        this.alone = alone;
    }

    /** Names of all codecs; of packs the default one only. */
    List<String> all() {
        List<String> names = new ArrayList<>(List.of(NACRE));
        names.addAll(catalog.ids());
        return names;
    }

    /** Opens codecs: Nacre's first, then the others in the order of the names; each once. */
    CodecCatalog.Opened open(List<String> names, Duration limit) throws IOException, InterruptedException {
        Set<String> packs = new LinkedHashSet<>();
        Set<String> external = new LinkedHashSet<>();
        for (String name : names) {
            List<String> found = catalog.named(name);
            if (!found.isEmpty()) {
                external.addAll(found);
            } else if (name.equals(NACRE) || name.startsWith(NACRE + "-")) {
                packs.add(name);
            } else {
                throw new CommandException(
                        ExitCode.USAGE,
                        "there is no codec " + Names.oneLine(name) + "; there are " + String.join(", ", all()));
            }
        }
        List<PictureCodec> codecs = new ArrayList<>();
        for (String id : packs) {
            String pack = id.equals(NACRE) ? DEFAULT_PACK : id.substring(NACRE.length() + 1);
            codecs.add(NacreCodec.open(id, library.byName(pack), models::of, Main.Version.text(), alone));
        }
        CodecCatalog.Opened others = catalog.open(List.copyOf(external), limit);
        codecs.addAll(others.codecs());
        if (codecs.isEmpty()) {
            throw new CommandException(ExitCode.FAILED, "none of the codecs is installed");
        }
        return new CodecCatalog.Opened(List.copyOf(codecs), others.missing());
    }
}
