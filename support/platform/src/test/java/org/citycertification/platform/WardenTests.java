package org.citycertification.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WardenTests {

    @TempDir
    Path directory;

    @Test
    void doesItsWorkThoughItsOwnClassesAreGone() throws Exception {
        var classes = copyOfTheClasses();
        var temporary = Files.createDirectories(directory.resolve("temporary").resolve("deep"));
        var child = TestJvms.start(Sleeping.class);
        var warden = new ProcessBuilder(
                        JavaCommand.mainClass(List.of(), classes.toString(), Warden.class.getName(), List.of()))
                .start();
        assertThat(warden.inputReader(UTF_8).readLine()).isEqualTo("ready");
        delete(classes);

        try (var orders = warden.outputWriter(UTF_8)) {
            orders.write("watch " + child.pid() + "\n");
            orders.write("delete " + temporary.getParent() + "\n");
        }

        assertThat(warden.waitFor()).isZero();
        assertThat(child.waitFor()).isNotZero();
        assertThat(temporary.getParent()).doesNotExist();
    }

    private Path copyOfTheClasses() throws IOException {
        var packagePath = Warden.class.getPackageName().replace('.', File.separatorChar);
        var source = Path.of(JavaCommand.ownClasses()).resolve(packagePath);
        var target = Files.createDirectories(directory.resolve("classes").resolve(packagePath));
        try (var files = Files.newDirectoryStream(source, "*.class")) {
            for (var file : files) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return directory.resolve("classes");
    }

    private static void delete(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            files.sorted(Comparator.reverseOrder()).forEach(WardenTests::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Does nothing until it is killed. */
    static final class Sleeping {

        public static void main(String[] arguments) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
