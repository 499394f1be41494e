package org.citycertification.platform;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Hands out ports from 20000 to 29999, each to one JVM of this machine at a time. They lie below the ephemeral ranges, where a client
 * that retries a closed port may connect to itself.
 */
public final class Ports {

    private static final PortLedger LEDGER = PortLedger.ofThisMachine();

    private Ports() {}

    /** That many free ports, given back when this JVM ends. */
    public static List<Integer> reserve(int count) {
        return LEDGER.reserve(count, Ports::isFree);
    }

    /** One free port, given back when this JVM ends. */
    public static int reserve() {
        return reserve(1).get(0);
    }

    /** Refuses with one line if somebody listens on the port. */
    static void requireFree(int port, String wantedBy) {
        if (!isFree(port)) {
            throw new PlatformException("Port " + port + " is taken, but the " + wantedBy + " needs it.");
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(!OperatingSystem.isWindows());
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
