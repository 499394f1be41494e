package org.citycertification.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Polls a condition, since other processes cannot call back. */
final class Waiting {

    private static final long PAUSE_MILLIS = 20;

    private Waiting() {}

    /** Whether the condition held before the limit was over. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        var end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while waiting for a process.", interrupted);
        }
    }
}
