package io.nacre.app.view.queue;

import io.nacre.app.encode.EncodeListener;
import io.nacre.app.encode.Encoded;
import io.nacre.app.file.FileNames;
import io.nacre.app.file.NewFile;
import io.nacre.app.file.Reason;
import io.nacre.codec.container.Kind;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Encodes one input into its place. Whatever goes wrong becomes an explanation. Thread-safe. */
final class ItemWork {
    private final FileEncoder encoder;
    private final QueueSettings settings;
    private final OutputPlan plan;

    ItemWork(FileEncoder encoder, QueueSettings settings, OutputPlan plan) {
        this.encoder = encoder;
        this.settings = settings;
        this.plan = plan;
    }

    /** Hears of an input on its way. */
    interface Listener extends EncodeListener {
        /** The work itself begins: models are open. */
        void begun();

        /** Where the output will be. */
        void placed(Path output);
    }

    /** @param input one that can be encoded */
    ItemOutcome run(FoundInput input, Listener listener) {
        try {
            return encode(input, input.kind().orElseThrow(), listener);
        } catch (Throwable e) { // a bug or a lack of memory at one input must not stop the others
            return failed(e, input.path());
        }
    }

    private static ItemOutcome failed(Throwable e, Path input) {
        if (Reason.isOutOfMemory(e)) {
            return ItemOutcome.failed(Explanation.Why.MEMORY, "");
        }
        if (e instanceof ModelException) {
            return ItemOutcome.failed(Explanation.Why.MODEL, FileNames.oneLine(String.valueOf(e.getMessage())));
        }
        if (e instanceof OutputException) {
            return ItemOutcome.failed(Explanation.Why.OUTPUT, FileNames.oneLine(Reason.ofOutput(e.getCause())));
        }
        if (e instanceof IOException) {
            return ItemOutcome.failed(Explanation.Why.INPUT, Reason.ofInput(e, input.toString()));
        }
        return ItemOutcome.failed(Explanation.Why.INTERNAL, FileNames.oneLine(e.toString()));
    }

    private ItemOutcome encode(FoundInput input, Kind kind, Listener listener) throws IOException {
        encoder.prepare(kind);
        listener.begun();
        OutputPlan.Place place = plan.place(input);
        listener.placed(place.output());
        if (!place.permitted()) {
            return ItemOutcome.skipped(
                    Explanation.Why.EXISTS, place.output().getFileName().toString());
        }
        try (NewFile file =
                open(place)) { // before the work, which would be in vain in a folder that can't be written to
            Encoded encoded = encoder.encode(input.path(), kind, settings, listener);
            write(file, encoded.file());
            return ItemOutcome.done(encoded.file().length, encoded.quality());
        }
    }

    private NewFile open(OutputPlan.Place place) throws OutputException {
        try {
            if (settings.folder().isPresent()) {
                Files.createDirectories(place.output().toAbsolutePath().getParent());
            }
            return NewFile.open(place.output(), place.occupied());
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    private static void write(NewFile file, byte[] bytes) throws OutputException {
        try {
            file.stream().write(bytes);
            file.commit();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Tells errors of writing from those of reading. */
    private static final class OutputException extends IOException {
        private static final long serialVersionUID = 1L;

        OutputException(IOException cause) {
            super(cause);
        }
    }
}
