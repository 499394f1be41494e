package org.citycertification.platform;

import java.util.Iterator;

/** The ports of a platform, all on 127.0.0.1. */
public record PlatformPorts(int kafka, int kafkaController, int registry, int postgres, int smtp, int mailbox) {

    /** The well-known ports of a local run, the same as docker compose uses. */
    public static PlatformPorts local() {
        return new PlatformPorts(9092, 9093, 8081, 15432, 1025, 8025);
    }

    /** Ports that no other run on this machine has, from {@link Ports}. */
    public static PlatformPorts reserved() {
        Iterator<Integer> ports = Ports.reserve(6).iterator();
        return new PlatformPorts(ports.next(), ports.next(), ports.next(), ports.next(), ports.next(), ports.next());
    }
}
