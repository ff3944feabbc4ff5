package io.nacre.app.eval.report;

import io.nacre.app.eval.Item;
import io.nacre.app.eval.ItemResult;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * Where the page finds its pictures: in itself as long as its bound allows, else beside it. The pictures of an item are
 * all within or all beside, so that they can be compared in a page that was sent alone. For one page.
 */
final class PictureSource {
    private static final String PREFIX = "data:image/png;base64,";

    private final Path folder;
    private long left;

    /**
     * @param folder of the page
     * @param most characters for all pictures
     */
    PictureSource(Path folder, long most) {
        this.folder = folder.toAbsolutePath().normalize();
        this.left = most;
    }

    /** Decides for an item whether its pictures lie within the page, and books their room. */
    boolean embeds(Item item, List<ItemResult> kept) throws IOException {
        long characters = length(item.original());
        for (ItemResult result : kept) {
            characters += length(result.decoded());
        }
        if (characters > left) {
            return false;
        }
        left -= characters;
        return true;
    }

    private static long length(Path file) throws IOException {
        return PREFIX.length() + (Files.size(file) + 2) / 3 * 4;
    }

    /** A URL of the picture, relative to the page if it lies beside. */
    String url(Path file, boolean embedded) throws IOException {
        if (embedded) {
            return PREFIX + Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        }
        String relative = folder.relativize(file.toAbsolutePath().normalize()).toString();
        try {
            return new URI(null, null, "./" + relative.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IOException("there is no URL for " + file, e);
        }
    }
}
