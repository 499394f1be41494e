package org.citycertification.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Any Java program as a child process, ready when one of its addresses answers 200. */
public final class ServiceProcess extends ManagedProcess {

    private final Builder settings;

    private ServiceProcess(Builder settings) {
        super(settings.name, settings.logFile, settings.readyWithin);
        this.settings = settings;
    }

    /** A program in an executable jar of Spring Boot, which is unpacked beside it. The name is for messages and the log file. */
    public static Builder jar(String name, Path jar) {
        return new Builder(name, (options, arguments) -> JavaCommand.jar(options, UnpackedJar.of(jar), arguments));
    }

    /** A program on a class path. */
    public static Builder mainClass(String name, String mainClass, String classPath) {
        return new Builder(
                name, (options, arguments) -> JavaCommand.mainClass(options, classPath, mainClass, arguments));
    }

    @Override
    public String address() {
        var readiness = settings.readiness;
        return readiness == null ? name() : readiness.getScheme() + "://" + readiness.getAuthority();
    }

    @Override
    Set<Integer> ports() {
        return settings.ports;
    }

    @Override
    ProcessBuilder prepare() throws IOException {
        var builder = new ProcessBuilder(settings.commandLine.of(settings.jvmOptions, settings.arguments));
        builder.environment().putAll(settings.environment);
        var directory = settings.directory;
        return directory == null ? builder : builder.directory(directory.toFile());
    }

    @Override
    boolean isReady(Process launched) {
        var readiness = settings.readiness;
        return readiness == null || HttpProbe.answersOk(readiness);
    }

    private interface CommandLine {
        List<String> of(List<String> jvmOptions, List<String> arguments) throws IOException;
    }

    /** Says how the program is run. */
    public static final class Builder {

        private final String name;
        private final CommandLine commandLine;
        private final Map<String, String> environment = new LinkedHashMap<>();
        private final List<String> jvmOptions = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();
        private final Set<Integer> ports = new LinkedHashSet<>();
        private Path logFile;
        private Duration readyWithin = READY_WITHIN;
        private @Nullable URI readiness;
        private @Nullable Path directory;
        private Progress progress = Progress.SILENT;

        private Builder(String name, CommandLine commandLine) {
            this.name = name;
            this.commandLine = commandLine;
            this.logFile = Path.of("target", name + ".log");
        }

        /** Added to the environment of this JVM. */
        public Builder environment(Map<String, String> variables) {
            environment.putAll(variables);
            return this;
        }

        /** Added to options for a quick start; {@code -Xmx} belongs here. */
        public Builder jvmOptions(String... options) {
            jvmOptions.addAll(List.of(options));
            return this;
        }

        /** The program's own arguments. */
        public Builder arguments(String... values) {
            arguments.addAll(List.of(values));
            return this;
        }

        /** Checked to be free before each start. */
        public Builder ports(int... numbers) {
            for (var number : numbers) {
                ports.add(number);
            }
            return this;
        }

        /** Appended to; {@code target/<name>.log} unless said otherwise. */
        public Builder logFile(Path file) {
            logFile = file;
            return this;
        }

        /** The working directory; that of this JVM unless said otherwise. */
        public Builder directory(Path path) {
            directory = path;
            return this;
        }

        /** Polled until it answers 200; without one a launched program counts as ready. */
        public Builder readyWhen(URI address) {
            readiness = address;
            return this;
        }

        /** After this the start has failed; three minutes unless said otherwise. */
        public Builder readyWithin(Duration limit) {
            readyWithin = limit;
            return this;
        }

        /** Hears about each start. */
        public Builder progress(Progress listener) {
            progress = listener;
            return this;
        }

        /** Described, but not started. */
        public ServiceProcess build() {
            var process = new ServiceProcess(this);
            process.reportTo(progress);
            return process;
        }

        /** Started and ready. */
        public ServiceProcess start() {
            var process = build();
            process.start();
            return process;
        }
    }
}
