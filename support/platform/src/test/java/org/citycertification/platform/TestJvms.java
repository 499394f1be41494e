package org.citycertification.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JVMs with the tests' own class path. */
final class TestJvms {

    private TestJvms() {}

    static Process start(Class<?> mainClass, String... arguments) throws IOException {
        var command = new ArrayList<>(JavaCommand.mainClass(
                List.of("-Xmx64m"), System.getProperty("java.class.path"), mainClass.getName(), List.of(arguments)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
