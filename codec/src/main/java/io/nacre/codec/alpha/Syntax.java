package io.nacre.codec.alpha;

import io.nacre.entropy.AdaptiveModel;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.ExpGolomb;
import io.nacre.entropy.RangeDecoder;
import io.nacre.entropy.RangeEncoder;

/**
 * The syntax elements of a stream, in one direction. Each method is given an element's value and returns it: a writer
 * codes what it is given, a reader ignores that and returns what the stream says. So the models, whose states have to
 * move alike on both sides, are written once.
 */
interface Syntax {
    /** Whether the values given matter; if not, there is no need to work them out. */
    boolean writes();

    /** One of 2^bits equally likely values; {@code bits} is 1..16. */
    int plain(int value, int bits) throws CorruptStreamException;

    /** A symbol of an adaptive distribution. */
    int symbol(AdaptiveModel model, int value) throws CorruptStreamException;

    /** A number that is mostly small. */
    int number(ExpGolomb code, int value) throws CorruptStreamException;

    /** An encoder's direction. Its methods never throw the checked exception. */
    static Syntax writing(RangeEncoder encoder) {
        return new Syntax() {
            @Override
            public boolean writes() {
                return true;
            }

            @Override
            public int plain(int value, int bits) {
                encoder.encodeBits(value, bits);
                return value;
            }

            @Override
            public int symbol(AdaptiveModel model, int value) {
                model.encode(encoder, value);
                return value;
            }

            @Override
            public int number(ExpGolomb code, int value) {
                code.encode(encoder, value);
                return value;
            }
        };
    }

    /** A decoder's direction. */
    static Syntax reading(RangeDecoder decoder) {
        return new Syntax() {
            @Override
            public boolean writes() {
                return false;
            }

            @Override
            public int plain(int value, int bits) throws CorruptStreamException {
                return decoder.decodeBits(bits);
            }

            @Override
            public int symbol(AdaptiveModel model, int value) throws CorruptStreamException {
                return model.decode(decoder);
            }

            @Override
            public int number(ExpGolomb code, int value) throws CorruptStreamException {
                return code.decode(decoder);
            }
        };
    }
}
