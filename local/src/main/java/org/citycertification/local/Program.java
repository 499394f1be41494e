package org.citycertification.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.citycertification.platform.Progress;
import org.citycertification.platform.ServiceProcess;

/** One of the executable jars of this build and how to run it. */
record Program(String name, String module, int port, Map<String, String> environment) {
    private static final String HEAP = "-Xmx256m";

    /** The same program once more, beside the first. */
    Program again(String otherName, int otherPort) {
        return new Program(otherName, module, otherPort, environment);
    }

    ServiceProcess process(Path home, Path logs, Progress progress) {
        return process(builtJar(home), home, logs, progress);
    }

    private Path builtJar(Path home) {
        String artifact = Path.of(module).getFileName().toString();
        return home.resolve(module).resolve("target").resolve(artifact + "-exec.jar");
    }

    /** As {@link #process(Path, Path, Progress)}, from another build's jar. */
    ServiceProcess process(Path jar, Path home, Path logs, Progress progress) {
        return ServiceProcess.jar(name, jar)
                .environment(environment)
                .environment(Map.of(
                        "SERVER_PORT", String.valueOf(port),
                        "MANAGEMENT_SERVER_PORT", String.valueOf(port + 1)))
                .jvmOptions(HEAP)
                .ports(port, port + 1)
                .logFile(logs.resolve(name + ".log"))
                .directory(home)
                .readyWhen(URI.create("http://localhost:" + (port + 1) + "/actuator/health/readiness"))
                .progress(progress)
                .build();
    }
}
