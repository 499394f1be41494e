package org.citycertification.messaging;

import static org.awaitility.Awaitility.await;

import org.citycertification.platform.ManagedProcess;
import org.citycertification.platform.TestPlatform;
import org.citycertification.schemas.wire.Registries;

/** Takes parts of the platform away and brings them back. */
final class Outages {
    private Outages() {}

    /** Kills the part, and starts it again afterwards. */
    static void without(ManagedProcess part, Runnable meanwhile) {
        part.kill();
        meanwhile.run();
        part.start();
    }

    /** Starts what is away, and returns when the registry, too, has found its database again. */
    static void end(TestPlatform platform) {
        platform.postgres().start();
        platform.postgres().resume();
        platform.kafka().start();
        platform.registry().start();
        platform.registry().resume();
        await().atMost(MessagingSystem.PATIENCE)
                .ignoreExceptions()
                .until(() -> !Registries.client(platform.registryUrl())
                        .getAllSubjects()
                        .isEmpty());
    }
}
