package io.nacre.app.cli;

import io.nacre.app.encode.PictureEncoding;
import io.nacre.app.encode.SoundEncoding;
import io.nacre.app.eval.codec.Codec;
import io.nacre.app.eval.codec.CodecCatalog;
import io.nacre.app.eval.codec.MediaKind;
import io.nacre.app.eval.codec.Medium;
import io.nacre.app.eval.codec.NacrePictureCodec;
import io.nacre.app.eval.codec.NacreSoundCodec;
import io.nacre.app.file.FileNames;
import io.nacre.app.pack.OpenModels;
import io.nacre.app.picture.RgbPicture;
import io.nacre.app.sound.SoundSamples;
import io.nacre.models.ModelPack;
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

    /** Names of all codecs of a kind; of packs the default one only. */
    List<String> all(MediaKind kind) {
        List<String> names = new ArrayList<>(List.of(NACRE));
        names.addAll(catalog.ids(kind));
        return names;
    }

    /** How a pack of Nacre's is opened. */
    private interface PackOpener<M> {
        Codec<M> open(String id, ModelPack pack) throws IOException;
    }

    /** Opens codecs of pictures: Nacre's first, then the others in the order of the names; each once. */
    CodecCatalog.Opened<RgbPicture> pictures(List<String> names, Medium<RgbPicture> medium, Duration limit)
            throws IOException, InterruptedException {
        return open(
                names,
                medium,
                limit,
                PictureEncoding.DEFAULT_PACK,
                (id, pack) -> NacrePictureCodec.open(id, pack, models::image, Main.Version.text(), alone));
    }

    /** The same for sounds. */
    CodecCatalog.Opened<SoundSamples> sounds(List<String> names, Medium<SoundSamples> medium, Duration limit)
            throws IOException, InterruptedException {
        return open(
                names,
                medium,
                limit,
                SoundEncoding.DEFAULT_PACK,
                (id, pack) -> NacreSoundCodec.open(id, pack, models::sound, Main.Version.text(), alone));
    }

    private <M> CodecCatalog.Opened<M> open(
            List<String> names, Medium<M> medium, Duration limit, String defaultPack, PackOpener<M> opener)
            throws IOException, InterruptedException {
        Set<String> packs = new LinkedHashSet<>();
        Set<String> external = new LinkedHashSet<>();
        for (String name : names) {
            List<String> found = catalog.named(name, medium.kind());
            if (!found.isEmpty()) {
                external.addAll(found);
            } else if (name.equals(NACRE) || name.startsWith(NACRE + "-")) {
                packs.add(name);
            } else {
                throw new CommandException(
                        ExitCode.USAGE,
                        "there is no codec " + FileNames.oneLine(name) + " of "
                                + medium.kind().noun() + "s; there are " + String.join(", ", all(medium.kind())));
            }
        }
        List<Codec<M>> codecs = new ArrayList<>();
        for (String id : packs) {
            String pack = id.equals(NACRE) ? defaultPack : id.substring(NACRE.length() + 1);
            codecs.add(opener.open(id, library.byName(pack)));
        }
        CodecCatalog.Opened<M> others = catalog.open(List.copyOf(external), medium, limit);
        codecs.addAll(others.codecs());
        if (codecs.isEmpty()) {
            throw new CommandException(ExitCode.FAILED, "none of the codecs is installed");
        }
        return new CodecCatalog.Opened<>(List.copyOf(codecs), others.missing());
    }
}
