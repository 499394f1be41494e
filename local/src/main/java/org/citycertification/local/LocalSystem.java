package org.citycertification.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.citycertification.platform.ManagedProcess;
import org.citycertification.platform.Platform;
import org.citycertification.platform.Progress;
import org.citycertification.platform.ServiceProcess;
import org.citycertification.schemas.deploy.Deployment;

/** Platform, contracts, identity and the four services, started in the order that they need. */
public final class LocalSystem implements AutoCloseable {
    private static final List<String> DATABASES = List.of("intake", "review", "notification");

    private final Path home;
    private final Path data;
    private final LocalPorts ports;
    private final Progress progress;
    private final Platform platform;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();

    /**
     * A further process of a service, on the same database and broker.
     *
     * @param port of its API
     */
    public record Instance(ServiceProcess process, int port) {}

    private LocalSystem(Path home, Path data, boolean fresh, LocalPorts ports, Progress progress) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.progress = progress;
        this.platform = Platform.builder(data)
                .ports(ports.platform())
                .fresh(fresh)
                .progress(progress)
                .start();
    }

    /**
     * Starts everything and returns when every service says that it is ready.
     *
     * @param home root of the source tree, whose jars are built
     * @param data directory that keeps all state
     */
    public static LocalSystem start(Path home, Path data, LocalPorts ports, Progress progress) {
        return start(home, data, false, ports, progress);
    }

    /** As {@link #start}; a fresh one forgets first what earlier runs have left in the directory. */
    static LocalSystem start(Path home, Path data, boolean fresh, LocalPorts ports, Progress progress) {
        var system = new LocalSystem(home, data, fresh, ports, progress);
        try {
            system.startServices();
            return system;
        } catch (RuntimeException failed) {
            system.close();
            throw failed;
        }
    }

    private void startServices() {
        Deployment.run(platform.kafka().bootstrapServers(), platform.registry().url(), (short) 1);
        DATABASES.forEach(platform.postgres()::createDatabase);
        for (Program program : programs()) {
            services.put(program.name(), program.process(home, data.resolve("logs"), progress));
        }
        together(services.values().stream().<Runnable>map(s -> s::start).toList());
    }

    private List<Program> programs() {
        return List.of(
                new Program(
                        "identity",
                        "support/demo-identity",
                        ports.identity(),
                        Map.of(
                                "IDENTITY_KEY_FILE",
                                data.resolve("identity/signing-key.json").toString())),
                new Program("intake", "intake-service", ports.intake(), environment("intake")),
                new Program("scoring", "scoring-service", ports.scoring(), environment()),
                new Program("review", "review-service", ports.review(), environment("review")),
                new Program("notification", "notification-service", ports.notification(), mailing()));
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPRING_PROFILES_ACTIVE",
                "json-logs",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                platform.kafka().bootstrapServers(),
                "SCHEMA_REGISTRY_URL",
                platform.registry().url(),
                "HTTP_SECURITY_JWKSETURI",
                "http://localhost:" + ports.identity() + "/oauth2/jwks");
    }

    private Map<String, String> environment(String database) {
        String url = platform.postgres().jdbcUrl(database);
        Map<String, String> variables = new LinkedHashMap<>(environment());
        variables.put("SPRING_DATASOURCE_URL", url);
        return variables;
    }

    private Map<String, String> mailing() {
        Map<String, String> variables = environment("notification");
        variables.put("SPRING_MAIL_HOST", "localhost");
        variables.put("SPRING_MAIL_PORT", String.valueOf(platform.mailbox().smtpPort()));
        return variables;
    }

    /** Broker, registry, PostgreSQL and mailbox. */
    public Platform platform() {
        return platform;
    }

    /** The ports in use. */
    public LocalPorts ports() {
        return ports;
    }

    /** A service's process: identity, intake, scoring, review or notification. */
    public ServiceProcess service(String name) {
        ServiceProcess service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("No service " + name + "; there are " + services.keySet());
        }
        return service;
    }

    /** Starts one more instance of a service, on ports of its own; it stops with the system. */
    public synchronized Instance another(String name) {
        String other = name + "-"
                + (services.keySet().stream()
                                .filter(one -> one.equals(name) || one.startsWith(name + "-"))
                                .count()
                        + 1);
        int port = LocalPorts.pair();
        Program program = programs().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service " + name));
        ServiceProcess process = program.again(other, port).process(home, data.resolve("logs"), progress);
        services.put(other, process);
        process.start();
        return new Instance(process, port);
    }

    /** Stops the services, then the platform; the data stay. */
    @Override
    public void close() {
        List<Runnable> stops = new ArrayList<>();
        services.values().stream().filter(ManagedProcess::isRunning).forEach(s -> stops.add(s::stop));
        together(stops);
        platform.close();
    }

    private static void together(List<Runnable> tasks) {
        try {
            CompletableFuture.allOf(tasks.stream()
                            .map(task -> CompletableFuture.runAsync(task, run -> new Thread(run, "service").start()))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw failed;
        }
    }
}
