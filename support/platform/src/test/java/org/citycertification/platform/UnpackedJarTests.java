package org.citycertification.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tool that unpacks is stood in for by {@link Tool}: this module knows no executable jar. */
class UnpackedJarTests {

    private static final FileTime SAME_TIME = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path directory;

    @Test
    void isMadeOnceForEachBuildAlthoughBuildsHaveTheSameTime() throws IOException {
        Path jar = jar("first");
        Path first = UnpackedJar.of(jar);
        FileTime made = Files.getLastModifiedTime(first);

        assertThat(Files.readString(first)).isEqualTo("first");
        assertThat(UnpackedJar.of(jar)).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(made);

        Path second = UnpackedJar.of(jar("second"));

        assertThat(Files.readString(second)).isEqualTo("second");
        assertThat(first).doesNotExist();
    }

    @Test
    void saysWhyAJarCannotBeUnpacked() throws IOException {
        Path jar = jar("broken");

        assertThatIOException()
                .isThrownBy(() -> UnpackedJar.of(jar))
                .withMessageContaining("app.jar cannot be unpacked")
                .withMessageContaining("no tools in here");
        assertThat(directory.resolve("unpacked/app.jar")).isEmptyDirectory();
    }

    private Path jar(String word) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Tool.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Path.of("target/test-classes/").toUri().toString());
        Path jar = directory.resolve("app.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new ZipEntry(word));
            out.closeEntry();
        }
        Files.setLastModifiedTime(jar, SAME_TIME);
        return jar;
    }

    /** Writes the jar's word where an unpacked jar would be. */
    static final class Tool {

        public static void main(String[] arguments) throws IOException {
            var jar = Path.of(System.getProperty("java.class.path"));
            try (var content = new java.util.jar.JarFile(jar.toFile())) {
                var word = content.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> !name.startsWith("META-INF"))
                        .findFirst()
                        .orElseThrow();
                if (word.equals("broken")) {
                    System.err.println("no tools in here");
                    System.exit(2);
                }
                Files.write(Path.of(arguments[3]).resolve("app.jar"), word.getBytes(UTF_8));
            }
        }
    }
}
