package org.citycertification.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second run away from a data directory; ends with this JVM if nobody closes it. */
final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    static DirectoryLock take(Path directory) {
        try {
            var channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isTaken(channel)) {
                return new DirectoryLock(channel);
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

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new PlatformException("The data directory could not be given back.", failed);
        }
    }
}
