package io.nacre.codec.audio;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.SoundHeader;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.ModelException;
import java.util.ArrayList;
import java.util.List;

/** Decodes sound files with one opened pack. Thread-safe. */
public final class SoundDecoder {
    private final SoundModel model;
    private final boolean salvaging;

    public SoundDecoder(SoundModel model) {
        this(model, false);
    }

    private SoundDecoder(SoundModel model, boolean salvaging) {
        this.model = model;
        this.salvaging = salvaging;
    }

    /**
     * The same decoder, but damaged groups do not end it: the sound fades out, stays silent for as long as they last, and
     * fades in again; {@link DecodedSound#lostGroups} tells which. Goes with {@link ContainerReader#salvage}. Intact files
     * come out as ever. Some seconds beside a lost group may be too loud or too quiet, since loudness is coded once a
     * group and runs from one to the next.
     */
    public SoundDecoder salvaging() {
        return new SoundDecoder(model, true);
    }

    /**
     * Starts decoding.
     *
     * @param file opened as a sound, whose pack is that of the model
     * @return the samples, made as they are read; to be closed
     * @throws ModelException if the file needs another pack
     */
    public DecodedSound decode(ContainerReader file) throws ModelException {
        requirePack(file.soundHeader());
        return new DecodedSound(model, file, salvaging);
    }

    /**
     * Parses every group and computes nothing: no graph runs.
     *
     * @return what is wrong, a sentence for each group that is; empty if all is well
     * @throws ModelException if the file needs another pack
     */
    public List<String> check(ContainerReader file, SoundProgress progress) throws ModelException {
        SoundHeader header = file.soundHeader();
        requirePack(header);
        FrameGrid grid = FrameGrid.of(model.receiver().spec.framing(), header);
        GroupParser parser = new GroupParser(model.receiver(), header.codedChannels(), header.quality());
        List<String> problems = new ArrayList<>();
        for (int group = 0; group < grid.groups(); group++) {
            try {
                parser.parse(file.tile(group), grid.framesIn(group));
            } catch (CorruptStreamException e) {
                problems.add("group " + group + " is corrupt: " + e.getMessage());
            } catch (FormatException e) {
                problems.add(e.getMessage());
            }
            long seconds = (group + 1L) * header.groupSeconds();
            progress.samples(Math.min(header.samples(), seconds * header.sampleRate()));
        }
        return problems;
    }

    private void requirePack(SoundHeader header) throws ModelException {
        if (!header.packId().equals(model.packId())) {
            throw new ModelException(
                    "the file needs the model pack " + header.packId() + ", this is " + model.packId());
        }
    }
}
