package org.citycertification.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * An executable jar of Spring Boot as plain jars, in {@code unpacked/} beside it: without jars within jars to search, a
 * service starts with two thirds of the work. Made once for each build of the jar; earlier builds' go.
 */
final class UnpackedJar {

    private UnpackedJar() {}

    /** What takes the jar's place after {@code -jar}. */
    static Path of(Path jar) throws IOException {
        var name = jar.getFileName().toString();
        var builds = jar.toAbsolutePath().resolveSibling("unpacked").resolve(name);
        var build = builds.resolve(fingerprint(jar));
        if (!Files.exists(build)) {
            PlatformFiles.deleteTree(builds);
            unpack(jar, Files.createDirectories(builds), build);
        }
        return build.resolve(name);
    }

    /** Of the content: a reproducible build gives each of its jars the same time. */
    private static String fingerprint(Path jar) throws IOException {
        try (var content = new CheckedInputStream(Files.newInputStream(jar), new CRC32())) {
            content.transferTo(OutputStream.nullOutputStream());
            return Long.toHexString(content.getChecksum().getValue());
        }
    }

    private static void unpack(Path jar, Path builds, Path build) throws IOException {
        var scratch = Files.createTempDirectory(builds, "new-");
        var command = JavaCommand.jar(
                List.of("-Djarmode=tools"), jar, List.of("extract", "--force", "--destination", scratch.toString()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            PlatformFiles.deleteTree(scratch);
            throw new IOException("%s cannot be unpacked: %s".formatted(jar, words.strip()));
        }
        try {
            Files.move(scratch, build, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException failed) {
            PlatformFiles.deleteTree(scratch);
            // Otherwise another process unpacked the same jar meanwhile.
            if (!Files.exists(build)) {
                throw failed;
            }
        }
    }
}
