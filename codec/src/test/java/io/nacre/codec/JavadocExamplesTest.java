package io.nacre.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each class of the public interface begins with an example, and every example compiles. */
class JavadocExamplesTest {
    private static final Path ROOT = Path.of("src", "main", "java", "io", "nacre", "codec");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* \\}</pre>", Pattern.DOTALL);
    private static final Pattern PUBLIC =
            Pattern.compile("^public (abstract |final |sealed )*(class|record|interface|enum) ", Pattern.MULTILINE);

    /** What examples take as given. */
    private static final String TEMPLATE = """
            import io.nacre.codec.*;
            import java.awt.Rectangle;
            import java.awt.image.BufferedImage;
            import java.io.*;
            import java.net.URL;
            import java.nio.file.*;
            import java.time.Duration;
            import java.util.Iterator;
            import javax.imageio.*;
            import javax.imageio.spi.IIORegistry;
            import javax.imageio.stream.*;
            import javax.sound.sampled.*;
            import javax.swing.JButton;

            abstract class %s {
                Picture picture;
                Sound sound;
                BufferedImage image;
                byte[] upload;
                Path path;
                Path source;
                Path target;
                JButton cancelButton;

                abstract void show(Picture picture);

                abstract void play(float[] samples, int count);

                abstract void refuse(String message);

                abstract void reject(String message);

                abstract void log(String message);

                void example(%s) throws Exception {
            %s
                }
            }
            """;

    @TempDir
    private Path classes;

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    @Test
    void examplesCompile() throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (String folder : new String[] {"", "imageio", "javasound"}) {
            if (!Files.isDirectory(ROOT.resolve(folder))) {
                continue;
            }
            try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String text = Files.readString(file);
                    Matcher example = EXAMPLE.matcher(text);
                    int before = sources.size();
                    while (example.find()) {
                        String body = example.group(1).replaceAll("(?m)^ *\\* ?", "");
                        String name = "Example" + sources.size();
                        sources.add(new Source(name, TEMPLATE.formatted(name, givenTo(body), body)));
                    }
                    if (PUBLIC.matcher(text).find() && sources.size() == before) {
                        without.add(file.toString());
                    }
                }
            }
        }
        assertTrue(sources.size() >= 20, sources.size() + " examples");
        assertEquals(List.of(), without, "public classes without an example");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
        assertTrue(
                compiler.getTask(messages, null, null, options, null, sources).call(), messages::toString);
    }

    /** Variables that an example may make itself. */
    private static String givenTo(String body) {
        List<String> given = new ArrayList<>();
        for (String variable : new String[] {
            "Codec codec", "PictureSettings settings", "Monitor monitor", "PictureFile file", "SoundFile talk"
        }) {
            String type = variable.substring(0, variable.indexOf(' '));
            String name = variable.substring(variable.indexOf(' ') + 1);
            if (!body.matches("(?s).*\\b[A-Za-z\\[\\]]+ " + name + " = .*")) {
                given.add(type + " " + name);
            }
        }
        return String.join(", ", given);
    }
}
