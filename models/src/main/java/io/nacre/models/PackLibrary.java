package io.nacre.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The packs that can be used: those in a folder, those in the user's folder ({@code $XDG_DATA_HOME/nacre/models}, by
 * default {@code ~/.local/share/nacre/models}) and those that are shipped. Graphs are run by native code: a pack from a
 * stranger deserves the trust that a program from a stranger would.
 */
public final class PackLibrary {
    /** Shipped packs, the default one first. */
    private static final List<String> SHIPPED = List.of("image-fidelity", "audio-speech");

    private static final long MAX_PACK = 256L << 20;

    private final Path folder;

    /** @param folder searched first, or null */
    public PackLibrary(Path folder) {
        this.folder = folder;
    }

    /** A place where a pack was found, and the pack. */
    public record Located(String place, ModelPack pack) {}

    /**
     * Finds a pack by name.
     *
     * @throws ModelException if there is none of that name, or it is damaged
     */
    public ModelPack byName(String name) throws ModelException {
        for (Path path : userPacks()) {
            if (path.getFileName().toString().equals(name + ".zip")) {
                return open(path);
            }
        }
        Optional<ModelPack> shipped = shipped(name);
        if (shipped.isEmpty()) {
            throw new ModelException("no model pack is called " + name + " (nacre models lists those that are there)");
        }
        return shipped.get();
    }

    /**
     * Finds the pack that a file names.
     *
     * @throws ModelException if it is not there; the message names it
     */
    public ModelPack byId(PackId id) throws ModelException {
        for (String name : SHIPPED) {
            Optional<ModelPack> pack = shipped(name);
            if (pack.isPresent() && pack.get().id().equals(id)) {
                return pack.get();
            }
        }
        for (Path path : userPacks()) {
            try {
                ModelPack pack = open(path);
                if (pack.id().equals(id)) {
                    return pack;
                }
            } catch (ModelException e) {
                // Another pack's damage does not concern this file; `nacre models` reports it.
            }
        }
        throw new ModelException(
                "the file needs the model pack " + id
                        + ", which is not installed (put it into ~/.local/share/nacre/models or name its folder with --models)");
    }

    /**
     * All packs, shipped ones last.
     *
     * @throws ModelException if one is damaged; the message names it
     */
    public List<Located> all() throws ModelException {
        List<Located> found = new ArrayList<>();
        for (Path path : userPacks()) {
            found.add(new Located(path.toString(), open(path)));
        }
        for (String name : SHIPPED) {
            Optional<ModelPack> pack = shipped(name);
            pack.ifPresent(p -> found.add(new Located("shipped", p)));
        }
        return found;
    }

    private static ModelPack open(Path path) throws ModelException {
        try {
            if (Files.size(path) > MAX_PACK) {
                throw new ModelException("larger than " + (MAX_PACK >> 20) + " MiB");
            }
            return ModelPack.open(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new ModelException(path + ": " + e.getMessage(), e);
        }
    }

    private static Optional<ModelPack> shipped(String name) throws ModelException {
        try (InputStream in = PackLibrary.class.getResourceAsStream("packs/" + name + ".zip")) {
            return in == null ? Optional.empty() : Optional.of(ModelPack.open(in.readAllBytes()));
        } catch (ModelException e) {
            throw e;
        } catch (IOException e) {
            throw new ModelException("the shipped pack " + name + " can't be read: " + e.getMessage(), e);
        }
    }

    private List<Path> userPacks() throws ModelException {
        List<Path> paths = new ArrayList<>();
        if (folder != null) {
            if (!Files.isDirectory(folder)) {
                throw new ModelException(folder + " is not a folder of model packs");
            }
            paths.addAll(zips(folder));
        }
        String data = System.getenv("XDG_DATA_HOME");
        Path home = data == null || data.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "share")
                : Path.of(data);
        Path own = home.resolve("nacre").resolve("models");
        if (Files.isDirectory(own)) {
            paths.addAll(zips(own));
        }
        return paths;
    }

    private static List<Path> zips(Path folder) throws ModelException {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.zip")) {
            entries.forEach(paths::add);
        } catch (IOException e) {
            throw new ModelException(folder + " can't be listed: " + e.getMessage(), e);
        }
        paths.sort(null);
        return paths;
    }
}
