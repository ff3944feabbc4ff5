package io.nacre.app.view.launch;

import io.nacre.app.encode.SoundEncoding;
import io.nacre.app.eval.codec.Codec;
import io.nacre.app.eval.codec.CodecCatalog;
import io.nacre.app.eval.codec.MediaKind;
import io.nacre.app.eval.codec.PictureMedium;
import io.nacre.app.pack.OpenModels;
import io.nacre.app.picture.RgbPicture;
import io.nacre.app.view.InstalledPack;
import io.nacre.app.view.Language;
import io.nacre.app.view.Mode;
import io.nacre.app.view.Theme;
import io.nacre.app.view.ViewerWindow;
import io.nacre.app.view.compare.CompareMode;
import io.nacre.app.view.model.Background;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.NacreCoder;
import io.nacre.app.view.model.PictureLoader;
import io.nacre.app.view.model.Recipe;
import io.nacre.app.view.model.RivalCoder;
import io.nacre.app.view.model.RivalSource;
import io.nacre.app.view.model.Settings;
import io.nacre.app.view.queue.NacreFileEncoder;
import io.nacre.app.view.queue.QueueMode;
import io.nacre.app.view.sound.JavaSoundOutput;
import io.nacre.app.view.sound.NacreSoundCoder;
import io.nacre.app.view.sound.SoundMode;
import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.image.LatentInspection;
import io.nacre.models.Device;
import io.nacre.models.ModelException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The program behind the window. */
public final class ViewerApplication extends Application {
    private static final String PICTURE_PACK = "image-fidelity";

    private final ViewerOptions options;
    /** What {@link #stop} ends, the latest first; JavaFX calls it after a failed start too. */
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private OpenModels models;
    private Background background;
    private RivalSource rivals;

    /** Called by JavaFX. */
    public ViewerApplication() {
        this(Viewer.options());
    }

    ViewerApplication(ViewerOptions options) {
        this.options = options;
    }

    @Override
    public void start(Stage stage) {
        Settings settings = new Settings(options.settings());
        opened.push(settings::save);
        settings.choice("language", Language.SYSTEM).use();
        Theme theme = new Theme();
        theme.choose(settings.choice("theme", Theme.Choice.SYSTEM));
        models = new OpenModels(options.library(), device(settings), threads(settings), line -> {});
        opened.push(models);
        rivals = new RivalSource();
        opened.push(rivals);
        background = new Background(Platform::runLater);
        opened.push(background);
        CompareModel compare = compare();
        List<Mode> modes = List.of(new CompareMode(compare, settings, theme), sound(theme, settings), queue(settings));
        ViewerWindow window = new ViewerWindow(stage, settings, theme, modes);
        opened.push(window::close);
        window.show();
        window.open(options.files());
        prepare(window, compare);
    }

    private Device device(Settings settings) {
        return options.device() != null ? options.device() : settings.choice("device", Device.AUTO);
    }

    private int threads(Settings settings) {
        int wanted = options.threads() > 0 ? options.threads() : (int) settings.number("threads", 0);
        return wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
    }

    private CompareModel compare() {
        Recipe first = new Recipe(
                NacreCoder.ID, new EncodeTarget.Quality(EncodeOptions.DEFAULT_QUALITY), EncodeOptions.MIN_EFFORT);
        return new CompareModel(
                background,
                new PictureLoader(models),
                new NacreCoder(models, PICTURE_PACK),
                first,
                file -> LatentInspection.of(models.image(file.reader().header().packId()), file.reader()));
    }

    private SoundMode sound(Theme theme, Settings settings) {
        NacreSoundCoder coder =
                new NacreSoundCoder(() -> models.sound(SoundEncoding.DEFAULT_PACK), id -> models.sound(id));
        return new SoundMode(coder, new JavaSoundOutput(), theme, settings);
    }

    private QueueMode queue(Settings settings) {
        NacreFileEncoder encoder =
                new NacreFileEncoder(() -> models.image(PICTURE_PACK), () -> models.sound(SoundEncoding.DEFAULT_PACK));
        return new QueueMode(encoder, settings);
    }

    private List<InstalledPack> packs() {
        List<InstalledPack> packs = new ArrayList<>();
        try {
            options.library()
                    .all()
                    .forEach(found -> packs.add(new InstalledPack(
                            found.pack().manifest().name(), found.pack().id().toString(), found.place())));
        } catch (ModelException e) {
            packs.add(new InstalledPack("–", "", e.getMessage()));
        }
        return packs;
    }

    /** What takes a moment and is not needed for the window to open: packs are hashed, tools asked for their versions. */
    private void prepare(ViewerWindow window, CompareModel compare) {
        background.start(
                Background.Lane.FILES,
                job -> {
                    // Opening the model early makes the first result come sooner.
                    models.image(PICTURE_PACK);
                    List<InstalledPack> packs = packs();
                    job.publish(() -> window.installed(packs));
                    CodecCatalog catalog = CodecCatalog.shipped();
                    List<Codec<RgbPicture>> found = catalog.open(
                                    catalog.ids(MediaKind.PICTURE), new PictureMedium(), CodecCatalog.DEFAULT_LIMIT)
                            .codecs();
                    List<RivalCoder> coders = found.stream()
                            .map(codec -> new RivalCoder(codec, rivals))
                            .toList();
                    job.publish(() -> compare.addCoders(coders));
                },
                e -> {}); // without rivals the window does all else; a broken pack is reported by the first picture
    }

    /** Called by JavaFX after the last window was closed. */
    @Override
    public void stop() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }
}
