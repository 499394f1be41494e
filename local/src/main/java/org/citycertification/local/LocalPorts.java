package org.citycertification.local;

import java.util.List;
import org.citycertification.platform.PlatformPorts;
import org.citycertification.platform.Ports;

/** Ports of everything that runs; each service's management port is its own plus one. */
public record LocalPorts(PlatformPorts platform, int identity, int intake, int scoring, int review, int notification) {

    /** The product's own ports, the same as docker compose publishes. */
    public static LocalPorts wellKnown() {
        return new LocalPorts(PlatformPorts.local(), 9000, 8100, 8200, 8300, 8400);
    }

    /** Ports that no other run on this machine has. */
    public static LocalPorts reserved() {
        return new LocalPorts(PlatformPorts.reserved(), pair(), pair(), pair(), pair(), pair());
    }

    /** Two neighbouring ports; reserving in order finds them after a few tries. */
    static int pair() {
        List<Integer> some = Ports.reserve(8);
        for (int port : some) {
            if (some.contains(port + 1)) {
                return port;
            }
        }
        return pair();
    }
}
