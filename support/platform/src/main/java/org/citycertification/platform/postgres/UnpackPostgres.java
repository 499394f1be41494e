package org.citycertification.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the archive inside the jar of PostgreSQL's binaries; run by this module's build. */
final class UnpackPostgres {

    private static final int ANY_EXECUTE_BIT = 0b001_001_001;

    private UnpackPostgres() {}

    /** Arguments: the jar, and the directory to fill. The file {@code unpacked} appears there when all is done. */
    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[1]).toAbsolutePath().normalize();
        try (var jar = new ZipFile(arguments[0])) {
            var archive = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            unpack(jar.getInputStream(archive), directory);
        }
        var marker = directory.resolve("unpacked");
        Files.deleteIfExists(marker);
        Files.createFile(marker);
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("Outside of the directory: " + entry.getName());
                }
                place(tar, entry, target);
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.deleteIfExists(target);
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & ANY_EXECUTE_BIT) != 0 && !target.toFile().setExecutable(true, false)) {
            throw new IOException("Not made executable: " + target);
        }
    }
}
