package org.citycertification.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.NoSuchElementException;

/** Where the build of this module has put what the child processes need. */
final class PlatformFiles {

    /** Below this, brokers and databases start to fail in ways that are hard to read. */
    private static final long LEAST_FREE_BYTES = 512L * 1024 * 1024;

    private static final String LOCATION = "/META-INF/platform-location";

    private PlatformFiles() {}

    static Path libraries() {
        return present("lib");
    }

    static Path registryJar() {
        try (var jars = Files.newDirectoryStream(present("registry"), "*-runner.jar")) {
            return jars.iterator().next();
        } catch (IOException | NoSuchElementException missing) {
            throw new PlatformException("The registry server is missing: build support/platform again.", missing);
        }
    }

    static Path postgresBinaries() {
        return present("postgres").resolve("bin");
    }

    /** Makes the directory if need be and refuses one that cannot be used. */
    static Path usableDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException refused) {
            throw new PlatformException("The data directory " + directory + " cannot be made.", refused);
        }
        if (!Files.isWritable(directory)) {
            throw new PlatformException("The data directory " + directory + " cannot be written to.");
        }
        requireSpace(directory, LEAST_FREE_BYTES);
        return directory.toAbsolutePath().normalize();
    }

    /** Deletes the directory and all that is in it; one that is not there is no error. */
    static void deleteTree(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static void requireSpace(Path directory, long bytes) {
        try {
            var free = Files.getFileStore(directory).getUsableSpace();
            if (free < bytes) {
                throw new PlatformException("Too little disk space for %s: %d MiB free, %d MiB needed."
                        .formatted(directory, free >> 20, bytes >> 20));
            }
        } catch (IOException unreadable) {
            throw new PlatformException("The free space of " + directory + " cannot be read.", unreadable);
        }
    }

    private static Path present(String name) {
        var path = root().resolve(name);
        if (!Files.exists(path)) {
            throw new PlatformException(path + " is missing: build the module support/platform first (mvn install).");
        }
        return path;
    }

    private static Path root() {
        try (var location = PlatformFiles.class.getResourceAsStream(LOCATION)) {
            if (location == null) {
                throw new PlatformException("The module support/platform was built without its resources.");
            }
            return Path.of(new String(location.readAllBytes(), UTF_8).strip());
        } catch (IOException unreadable) {
            throw new PlatformException(LOCATION + " cannot be read.", unreadable);
        }
    }
}
