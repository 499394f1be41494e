package org.citycertification.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** PostgreSQL refuses to run as root; in a user namespace of its own the same user is nobody in particular. */
final class RootUser {

    private static final List<String> OWN_NAMESPACE = List.of("unshare", "-U");

    private RootUser() {}

    /** What to put before a command: nothing, unless this JVM runs as root. */
    static List<String> withoutRights() {
        if (OperatingSystem.isWindows() || !"0".equals(output("id", "-u"))) {
            return List.of();
        }
        if ("0".equals(output("unshare", "-U", "id", "-u"))) {
            throw new PlatformException("PostgreSQL refuses to run as root: start as another user.");
        }
        return OWN_NAMESPACE;
    }

    private static String output(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output.strip() : "0";
        } catch (IOException missing) {
            return "0";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformException("Interrupted while asking for the user.", interrupted);
        }
    }
}
