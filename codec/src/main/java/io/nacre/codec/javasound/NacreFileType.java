package io.nacre.codec.javasound;

import io.nacre.codec.SoundSettings;
import java.util.Objects;
import javax.sound.sampled.AudioFileFormat;

/**
 * The file type of Nacre sounds, and how to encode them. All objects are equal, whatever the settings, as types of a name
 * are.
 *
 * <pre>{@code
 * AudioInputStream wav = AudioSystem.getAudioInputStream(new File("talk.wav"));
 * AudioFileFormat.Type type = io.nacre.codec.javasound.NacreFileType.of(SoundSettings.ofKbps(6));
 * AudioSystem.write(wav, type, new File("talk.nacre"));
 * }</pre>
 */
public final class NacreFileType extends AudioFileFormat.Type {
    /** With the codec's default settings. */
    public static final NacreFileType DEFAULT = new NacreFileType(SoundSettings.DEFAULT);

    private static final String NAME = "NACRE";
    private static final String EXTENSION = "nacre";

    private final SoundSettings settings;

    private NacreFileType(SoundSettings settings) {
        super(NAME, EXTENSION);
        this.settings = settings;
    }

    /** The type with settings of its own. */
    public static NacreFileType of(SoundSettings settings) {
        return new NacreFileType(Objects.requireNonNull(settings, "settings"));
    }

    SoundSettings settings() {
        return settings;
    }
}
