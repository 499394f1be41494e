package org.citycertification.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citycertification.local.Api;
import org.citycertification.local.LocalPorts;
import org.citycertification.local.LocalSystem;
import org.citycertification.local.Seed;
import org.citycertification.local.TopicWatch;
import org.citycertification.platform.Progress;

/** One running system, with the demonstration's cities, for all journeys that do it no harm. It ends with this JVM. */
final class SharedSystem {
    /** Root of the source tree. */
    static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    private static LocalSystem system;

    private SharedSystem() {}

    /** The system, started by whoever asks first. */
    static synchronized LocalSystem running() {
        if (system == null) {
            system = startFresh("system-");
            Runtime.getRuntime().addShutdownHook(new Thread(system::close));
        }
        return system;
    }

    /** A system of one's own, for a journey that leaves it damaged. */
    static LocalSystem startFresh(String name) {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), name);
            LocalSystem started = LocalSystem.start(HOME, data, LocalPorts.reserved(), Progress.SILENT);
            new Seed(new Api(started.ports()), started.ports()).run();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All topics of the system, from now on. */
    static TopicWatch watch(LocalSystem running) throws InterruptedException {
        return new TopicWatch(
                running.platform().kafka().bootstrapServers(),
                running.platform().registry().url(),
                seen -> {});
    }
}
