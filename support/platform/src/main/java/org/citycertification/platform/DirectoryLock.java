package org.citycertification.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Keeps a second run away from a data directory; ends with this JVM if nobody closes it. The file names the holder's process. */
final class DirectoryLock implements AutoCloseable {

    private static final String NAME = "lock";

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) {
        try {
            var channel =
                    FileChannel.open(directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                var holder = String.valueOf(ProcessHandle.current().pid());
                channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(US_ASCII)));
                return new DirectoryLock(directory, channel);
            }
            channel.close();
        } catch (IOException failed) {
            throw new PlatformException("The data directory " + directory + " cannot be locked.", failed);
        }
        throw new PlatformException("The data directory " + directory + " is in use by another run.");
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException heldInThisJvm) {
            return true;
        }
    }

    /** Deletes everything in the directory but the lock itself. */
    void emptyDirectory() {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(directory) && !path.equals(directory.resolve(NAME))) {
                    Files.delete(path);
                }
            }
        } catch (IOException failed) {
            throw new PlatformException("The data directory " + directory + " could not be emptied.", failed);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new PlatformException("The data directory could not be given back.", failed);
        }
    }
}
