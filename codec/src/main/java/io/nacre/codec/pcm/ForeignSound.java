package io.nacre.codec.pcm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A format that is recognised by its first bytes, and read by a {@link ForeignSoundReader} if there is one.
 *
 * @param signature bytes that identify it, as Latin-1
 * @param offset where they stand; -1 for anywhere in the head
 * @param name of the format
 */
record ForeignSound(String signature, int offset, String name) {
    /** Advice that ends a refusal. */
    static final String CONVERT = "convert it with: ffmpeg -i IN OUT.wav";

    /** Bytes of a file's head that tell its format. */
    static final int HEAD_BYTES = 64;

    /** The first that matches counts. */
    private static final List<ForeignSound> ALL = List.of(
            new ForeignSound("ftypM4A", 4, "M4A"),
            new ForeignSound("ftypM4B", 4, "M4A"),
            new ForeignSound("ftypmp4", 4, "MP4"),
            new ForeignSound("ftypiso", 4, "MP4"),
            new ForeignSound("ftypdash", 4, "MP4"),
            new ForeignSound("ftypM4V", 4, "MP4"),
            new ForeignSound("ftyp3g", 4, "3GP"),
            new ForeignSound("ftypqt  ", 4, "QuickTime"),
            new ForeignSound("\u001AE\u00DF\u00A3", 0, "Matroska"),
            new ForeignSound("OpusHead", -1, "Ogg Opus"),
            new ForeignSound("\u0001vorbis", -1, "Ogg Vorbis"),
            new ForeignSound("\u007FFLAC", -1, "FLAC in Ogg"),
            new ForeignSound("Speex   ", -1, "Ogg Speex"),
            new ForeignSound("OggS", 0, "Ogg"),
            new ForeignSound("caff", 0, "CAF"),
            new ForeignSound("DSD ", 0, "DSD"),
            new ForeignSound("FRM8", 0, "DSD"),
            new ForeignSound("wvpk", 0, "WavPack"),
            new ForeignSound("MAC ", 0, "Monkey's Audio"),
            new ForeignSound("TTA1", 0, "True Audio"),
            new ForeignSound("MPCK", 0, "Musepack"),
            new ForeignSound("MP+", 0, "Musepack"),
            new ForeignSound("#!AMR", 0, "AMR"),
            new ForeignSound("ADIF", 0, "AAC"),
            new ForeignSound("NIST_1A", 0, "NIST SPHERE"),
            new ForeignSound("Creative Voice File", 0, "VOC"),
            new ForeignSound("8SVX", 8, "8SVX"),
            new ForeignSound("0&\u00B2u\u008Ef\u00CF\u0011", 0, "Windows Media Audio"));

    /** Name of the format; null if it is none of these. */
    static String nameOf(byte[] head) {
        String text = new String(head, ISO_8859_1);
        String name = mpegName(head);
        for (int i = 0; i < ALL.size() && name == null; i++) {
            name = ALL.get(i).matches(text) ? ALL.get(i).name : null;
        }
        return name;
    }

    private boolean matches(String head) {
        return offset < 0 ? head.startsWith("OggS") && head.contains(signature) : head.startsWith(signature, offset);
    }

    /** MPEG audio and AAC begin with twelve bits of synchronisation; reserved values tell them from other files. */
    private static String mpegName(byte[] head) {
        if (head.length < 4 || head[0] != (byte) 0xFF || (head[1] & 0xE0) != 0xE0) {
            return null;
        }
        int layer = 4 - (head[1] >> 1 & 3);
        if (layer == 4) {
            return (head[1] & 0xF0) == 0xF0 ? "AAC" : null;
        }
        boolean reserved =
                (head[1] >> 3 & 3) == 1 || (head[2] & 0xF0) == 0xF0 || (head[2] & 0x0C) == 0x0C || layer == 1;
        return reserved ? null : "MP" + layer;
    }

    /** What to say of a file that is known, but holds no sound; null if it is none of those. */
    static String notSound(byte[] head) {
        String text = new String(head, ISO_8859_1);
        if (text.startsWith("\u008BNCR\r\n\u001A\n")) {
            return "a Nacre file, no sound to encode; see: nacre decode";
        }
        return text.startsWith("MThd")
                ? "MIDI holds notes and no sound; play them with a synthesizer that writes WAV"
                : null;
    }

    /**
     * Has a reader open a sound.
     *
     * @param name of its format
     * @param file as {@link ForeignSoundReader#open} takes it
     * @throws UnsupportedSoundException if there is no reader, or it cannot read the sound
     */
    static PcmSource open(String name, ReadableByteChannel file, List<String> warnings) throws IOException {
        ForeignSoundReader reader = ServiceLoader.load(ForeignSoundReader.class, ForeignSound.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new UnsupportedSoundException(
                        name + " cannot be read by this build; build with: mvn -Pffmpeg -DskipTests package, or "
                                + CONVERT));
        return reader.open(name, file, warnings);
    }
}
