package io.nacre.codec.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The boxes that this version knows. */
enum BoxType {
    HEAD("HEAD"),
    INDEX("INDX"),
    TILE("TILE"),
    EXIF("eXIF"),
    ICC("iCCP"),
    XMP("xMPp"),
    /** Reserved for a small preview: skipped. */
    THUMBNAIL("tHMB"),
    END("ENDN");

    static final int CODE_LENGTH = 4;

    private final String code;
    private final int word;

    BoxType(String code) {
        this.code = code;
        this.word = ByteBuffer.wrap(bytes()).getInt();
    }

    static Optional<BoxType> of(String code) {
        for (BoxType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    static boolean isLetter(byte code) {
        return (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
    }

    /** Whether a reader that doesn't know the box may go on without it. */
    static boolean skippable(String code) {
        return Character.isLowerCase(code.charAt(0));
    }

    String code() {
        return code;
    }

    /** The letters as a big-endian number. */
    int word() {
        return word;
    }

    byte[] bytes() {
        return code.getBytes(StandardCharsets.US_ASCII);
    }
}
