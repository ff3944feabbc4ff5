package io.nacre.codec.audio;

import java.util.Collections;
import java.util.List;

/**
 * A coding group, ready to be coded at any quality.
 *
 * @param channels as many as the sound has, or one if all were alike up to its end
 */
record AnalysedGroup(List<AnalysedChannel> channels) {
    /** The same with its only channel in place of each of several. */
    AnalysedGroup repeated(int count) {
        return new AnalysedGroup(Collections.nCopies(count, channels.get(0)));
    }
}
