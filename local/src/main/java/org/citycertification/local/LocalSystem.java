package org.citycertification.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.citycertification.platform.Platform;
import org.citycertification.platform.Progress;
import org.citycertification.platform.ServiceProcess;
import org.citycertification.schemas.deploy.Deployment;

/** Platform, contracts, identity and the four services, started in the order that they need. */
public final class LocalSystem implements AutoCloseable {
    private static final List<String> DATABASES = List.of("intake", "review", "notification");

    private final LocalPorts ports;
    private final Platform platform;
    private final Services services;

    private LocalSystem(Path home, Path data, boolean fresh, LocalPorts ports, Progress progress) {
        this.ports = ports;
        this.platform = Platform.builder(data)
                .ports(ports.platform())
                .fresh(fresh)
                .progress(progress)
                .start();
        var backing = new Backing(
                platform.kafka().bootstrapServers(),
                platform.registry().url(),
                platform.postgres()::jdbcUrl,
                platform.mailbox().smtpPort());
        this.services = new Services(home, data, ports, backing, progress);
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
            system.deploy();
            system.services.start();
            return system;
        } catch (RuntimeException failed) {
            system.close();
            throw failed;
        }
    }

    private void deploy() {
        Deployment.run(platform.kafka().bootstrapServers(), platform.registry().url(), (short) 1);
        DATABASES.forEach(platform.postgres()::createDatabase);
    }

    /** Broker, registry, PostgreSQL and mailbox. */
    public Platform platform() {
        return platform;
    }

    /** The system as its users reach it. */
    public RunningSystem running() {
        return new RunningSystem(
                ports,
                platform.kafka().bootstrapServers(),
                platform.registry().url(),
                Map.of(),
                city -> platform.mailbox().messages());
    }

    /** The ports in use. */
    public LocalPorts ports() {
        return ports;
    }

    /** A service's process: identity, intake, scoring, review or notification. */
    public ServiceProcess service(String name) {
        return services.process(name);
    }

    /** Starts one more instance of a service, on ports of its own; it stops with the system. */
    public Services.Instance another(String name) {
        return services.another(name);
    }

    /** Lets the service end in good order, and starts it from another build's executable jar in the same place. */
    public void replace(String name, Path jar) {
        services.replace(name, jar);
    }

    /** Stops the services, then the platform; the data stay. */
    @Override
    public void close() {
        services.close();
        platform.close();
    }
}
