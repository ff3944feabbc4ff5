package io.nacre.codec.container;

import io.nacre.codec.LimitExceededException;

/** The payload of HEAD: version and kind, then the fields of the kind. */
final class HeadCodec {
    private static final int MAJOR = 1;
    private static final int MINOR = 0;

    private HeadCodec() {}

    static byte[] write(Header header) {
        FieldOutput out = new FieldOutput();
        out.fixed(MAJOR << 4 | MINOR, 1);
        if (header instanceof ImageHeader image) {
            out.fixed(Kind.PICTURE.code(), 1);
            ImageFields.write(out, image);
        } else {
            out.fixed(Kind.SOUND.code(), 1);
            SoundFields.write(out, (SoundHeader) header);
        }
        return out.toByteArray();
    }

    static Header read(FieldInput in, Limits limits) throws FormatException, LimitExceededException {
        int start = in.position();
        int minor = minorVersion(in);
        Kind kind = kind(in);
        Header header;
        try {
            header = kind == Kind.PICTURE ? ImageFields.read(in, limits) : SoundFields.read(in, limits);
        } catch (IllegalArgumentException e) {
            throw new FormatException(start, BoxType.HEAD.code(), e.getMessage());
        }
        if (minor <= MINOR) { // a later minor version may have appended fields
            in.expectEnd();
        }
        return header;
    }

    /** Reads as far as the kind. */
    static Kind kindOf(FieldInput in) throws FormatException {
        minorVersion(in);
        return kind(in);
    }

    private static int minorVersion(FieldInput in) throws FormatException {
        int at = in.position();
        int version = (int) in.fixed(1);
        if (version >> 4 != MAJOR) {
            throw new FormatException(
                    at,
                    BoxType.HEAD.code(),
                    "format version " + (version >> 4) + "." + (version & 15) + " needs another version of Nacre");
        }
        return version & 15;
    }

    private static Kind kind(FieldInput in) throws FormatException {
        int at = in.position();
        int code = (int) in.fixed(1);
        for (Kind kind : Kind.values()) {
            if (kind.code() == code) {
                return kind;
            }
        }
        throw new FormatException(at, BoxType.HEAD.code(), "unknown kind " + code);
    }
}
