package org.citycertification.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What differs between Unix and Windows when processes are launched and signalled. */
final class OperatingSystem {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    /** A session of its own: Ctrl-C reaches the parent alone, which then stops its children in order. The process id stays. */
    private static final String OWN_SESSION =
            "trap '' INT HUP; if command -v setsid >/dev/null 2>&1; then exec setsid \"$@\"; else exec \"$@\"; fi";

    private OperatingSystem() {}

    static boolean isWindows() {
        return WINDOWS;
    }

    static List<String> detached(List<String> command) {
        if (WINDOWS) {
            return command;
        }
        var detached = new ArrayList<>(List.of("/bin/sh", "-c", OWN_SESSION, "sh"));
        detached.addAll(command);
        return detached;
    }

    static String executable(String name) {
        return WINDOWS ? name + ".exe" : name;
    }

    /** The {@code java} of the running JVM. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", executable("java"))
                .toString();
    }

    /** Sends a Unix signal such as {@code STOP}; processes that are gone are no error. */
    static void signal(String signal, List<ProcessHandle> processes) {
        if (WINDOWS) {
            throw new PlatformException("Signal " + signal + " does not exist on Windows.");
        }
        var script = new StringBuilder();
        processes.forEach(process -> script.append("kill -")
                .append(signal)
                .append(' ')
                .append(process.pid())
                .append(';'));
        try {
            new ProcessBuilder("/bin/sh", "-c", script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new PlatformException("Signal " + signal + " could not be sent.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while signalling.", interrupted);
        }
    }
}
