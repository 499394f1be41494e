package org.citycertification.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.citycertification.platform.ManagedProcess;
import org.citycertification.platform.Progress;
import org.citycertification.platform.ServiceProcess;

/** Identity and the four services, as processes of their own. */
public final class Services implements AutoCloseable {
    private final Path home;
    private final Path data;
    private final LocalPorts ports;
    private final Backing backing;
    private final Progress progress;
    private final Map<String, ServiceProcess> processes = new LinkedHashMap<>();

    /**
     * A further process of a service, on the same database and broker.
     *
     * @param port of its API
     */
    public record Instance(ServiceProcess process, int port) {}

    /**
     * Nothing is started yet.
     *
     * @param home root of the source tree, whose jars are built
     * @param data directory for logs and for what identity keeps
     */
    public Services(Path home, Path data, LocalPorts ports, Backing backing, Progress progress) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.backing = backing;
        this.progress = progress;
    }

    /** Starts all and returns when each says that it is ready. */
    public void start() {
        for (Program program : programs()) {
            processes.put(program.name(), program.process(home, data.resolve("logs"), progress));
        }
        together(processes.values().stream().<Runnable>map(s -> s::start).toList());
    }

    private List<Program> programs() {
        return List.of(
                new Program("identity", "support/demo-identity", ports.identity(), keyFile()),
                new Program("intake", "intake-service", ports.intake(), environment("intake")),
                new Program("scoring", "scoring-service", ports.scoring(), environment()),
                new Program("review", "review-service", ports.review(), reviewing()),
                new Program("notification", "notification-service", ports.notification(), mailing()));
    }

    private Map<String, String> keyFile() {
        return Map.of(
                "IDENTITY_KEY_FILE",
                data.resolve("identity/signing-key.json").toString(),
                "IDENTITY_PAGEADDRESSES",
                "http://localhost:" + ports.review());
    }

    /** People sign in for its pages; there is no TLS on one machine. */
    private Map<String, String> reviewing() {
        String issuer = "http://localhost:" + ports.identity();
        Map<String, String> variables = environment("review");
        variables.put("PAGES_SIGNIN_AUTHORIZATIONURI", issuer + "/oauth2/authorize");
        variables.put("PAGES_SIGNIN_TOKENURI", issuer + "/oauth2/token");
        variables.put("PAGES_SIGNIN_ENDSESSIONURI", issuer + "/connect/logout");
        variables.put("SERVER_SERVLET_SESSION_COOKIE_SECURE", "false");
        variables.put("REVIEW_PAGES_STANDARD", "http://localhost:" + ports.scoring() + "/editions");
        return variables;
    }

    private Map<String, String> environment() {
        return Map.of(
                "SPRING_PROFILES_ACTIVE",
                "json-logs",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                backing.bootstrapServers(),
                "SCHEMA_REGISTRY_URL",
                backing.registryUrl(),
                "HTTP_SECURITY_JWKSETURI",
                "http://localhost:" + ports.identity() + "/oauth2/jwks");
    }

    private Map<String, String> environment(String database) {
        Map<String, String> variables = new LinkedHashMap<>(environment());
        variables.put("SPRING_DATASOURCE_URL", backing.jdbcUrl().apply(database));
        return variables;
    }

    private Map<String, String> mailing() {
        Map<String, String> variables = environment("notification");
        variables.put("SPRING_MAIL_HOST", "localhost");
        variables.put("SPRING_MAIL_PORT", String.valueOf(backing.smtpPort()));
        return variables;
    }

    /** A service's process: identity, intake, scoring, review or notification. */
    public ServiceProcess process(String name) {
        ServiceProcess process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException("No service " + name + "; there are " + processes.keySet());
        }
        return process;
    }

    /** Starts one more instance of a service, on ports of its own; it stops with the others. */
    public synchronized Instance another(String name) {
        long same = processes.keySet().stream()
                .filter(one -> one.equals(name) || one.startsWith(name + "-"))
                .count();
        String other = name + "-" + (same + 1);
        int port = LocalPorts.pair();
        ServiceProcess process = program(name).again(other, port).process(home, data.resolve("logs"), progress);
        processes.put(other, process);
        process.start();
        return new Instance(process, port);
    }

    /**
     * Lets the service end in good order and starts it again from another build's executable jar, on the same ports, database
     * and broker; returns when it is ready.
     */
    public synchronized void replace(String name, Path jar) {
        ServiceProcess successor = program(name).process(jar, home, data.resolve("logs"), progress);
        process(name).stop();
        processes.put(name, successor);
        successor.start();
    }

    private Program program(String name) {
        return programs().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No service " + name));
    }

    /** Stops all that still run. */
    @Override
    public void close() {
        List<Runnable> stops = new ArrayList<>();
        processes.values().stream().filter(ManagedProcess::isRunning).forEach(s -> stops.add(s::stop));
        together(stops);
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
