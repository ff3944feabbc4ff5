package io.nacre.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public interface: every signature of it stands in {@code api.txt}, so that a change is seen where it is reviewed,
 * and none of them names a type of an internal package. Binary compatibility with a release can only be checked when
 * there is one; until then this file takes the place of japicmp.
 */
class ApiTest {
    private static final List<String> PUBLIC =
            List.of("io.nacre.codec", "io.nacre.codec.imageio", "io.nacre.codec.javasound");

    @Test
    void isWhatTheFileSays() throws Exception {
        String expected;
        try (InputStream in = ApiTest.class.getResourceAsStream("/api.txt")) {
            expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String actual = signatures().stream().map(line -> line + "\n").collect(Collectors.joining());
        Path written = Files.writeString(Path.of("target", "api.txt"), actual);
        assertEquals(expected, actual, "if the change is meant, copy " + written + " to src/test/resources");
    }

    @Test
    void namesNoInternalType() throws Exception {
        List<String> leaks = new ArrayList<>();
        for (Class<?> type : types()) {
            for (Class<?> used : usedBy(type)) {
                boolean known = used.isPrimitive()
                        || used.getName().startsWith("java.")
                        || used.getName().startsWith("javax.")
                        || (PUBLIC.contains(used.getPackageName()) && isPublic(used.getModifiers()));
                if (!known) {
                    leaks.add(type.getSimpleName() + " names " + used.getName());
                }
            }
        }
        assertEquals(List.of(), leaks);
    }

    private static List<Class<?>> types() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(
                Codec.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Class<?>> types = new ArrayList<>();
        for (String name : PUBLIC) {
            try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
                for (Path file : files.sorted().toList()) {
                    String simple = file.getFileName().toString().replace(".class", "");
                    if (simple.equals("package-info") || Files.isDirectory(file)) {
                        continue;
                    }
                    Class<?> type = Class.forName(name + "." + simple, false, ApiTest.class.getClassLoader());
                    if (isPublic(type.getModifiers()) && !type.isAnonymousClass()) {
                        types.add(type);
                    }
                }
            }
        }
        assertTrue(types.contains(Codec.class));
        return types;
    }

    private static boolean isPublic(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static boolean isPublic(Member member) {
        return isPublic(member.getModifiers()) && !member.isSynthetic();
    }

    private static List<String> signatures() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : types()) {
            lines.add(header(type));
            Set<String> members = new TreeSet<>();
            for (Field field : type.getDeclaredFields()) {
                if (isPublic(field)) {
                    members.add("  " + plain(field.toGenericString()));
                }
            }
            for (Constructor<?> constructor : type.getDeclaredConstructors()) {
                if (isPublic(constructor)) {
                    members.add("  " + plain(constructor.toGenericString()));
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                if (isPublic(method)) {
                    members.add("  " + plain(method.toGenericString()));
                }
            }
            lines.addAll(members);
        }
        return lines;
    }

    private static String header(Class<?> type) {
        String kind = type.isInterface() ? "interface" : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
        String modifiers = Modifier.toString(type.getModifiers() & ~Modifier.INTERFACE);
        return modifiers + " " + kind + " " + type.getName() + " extends " + type.getGenericSuperclass()
                + " implements " + Arrays.toString(type.getGenericInterfaces());
    }

    /** Without what callers do not notice. */
    private static String plain(String member) {
        return member.replace("synchronized ", "");
    }

    private static Set<Class<?>> usedBy(Class<?> type) {
        List<Type> named = new ArrayList<>(List.of(type.getGenericInterfaces()));
        if (type.getGenericSuperclass() != null) {
            named.add(type.getGenericSuperclass());
        }
        for (Field field : type.getDeclaredFields()) {
            if (isPublic(field)) {
                named.add(field.getGenericType());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isPublic(constructor)) {
                named.addAll(List.of(constructor.getGenericParameterTypes()));
                named.addAll(List.of(constructor.getGenericExceptionTypes()));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isPublic(method)) {
                named.add(method.getGenericReturnType());
                named.addAll(List.of(method.getGenericParameterTypes()));
                named.addAll(List.of(method.getGenericExceptionTypes()));
            }
        }
        Set<Class<?>> classes = new LinkedHashSet<>();
        named.forEach(t -> addTo(classes, t));
        return classes;
    }

    private static void addTo(Set<Class<?>> classes, Type type) {
        if (type instanceof Class<?> plain) {
            classes.add(plain.isArray() ? elementOf(plain) : plain);
        } else if (type instanceof ParameterizedType parameterized) {
            addTo(classes, parameterized.getRawType());
            for (Type argument : parameterized.getActualTypeArguments()) {
                addTo(classes, argument);
            }
        } else if (type instanceof GenericArrayType array) {
            addTo(classes, array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            for (Type bound : wildcard.getUpperBounds()) {
                addTo(classes, bound);
            }
        }
    }

    private static Class<?> elementOf(Class<?> array) {
        Class<?> element = array;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element;
    }
}
