package org.citycertification.images;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.citycertification.platform.Ports;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.MountableFile;

/** Broker, registry and database from the images that production uses, on ports that survive a restart. */
public final class ProductionImages implements AutoCloseable {
    /** The broker's image. */
    public static final String KAFKA_IMAGE = "apache/kafka:4.2.1";

    /** The database's image. */
    public static final String POSTGRES_IMAGE = "postgres:17";

    /** The registry's image. */
    public static final String REGISTRY_IMAGE = "apicurio/apicurio-registry:3.0.9";

    private static final String[] ROLES = {
        "intake_owner", "intake_app", "review_owner", "review_app", "notification_owner", "notification_app", "registry"
    };
    private static final String SUPERUSER = "postgres";
    private static final int KAFKA = 9092;
    private static final Duration STARTED_WITHIN = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 10;
    private static final int POSTGRES = 5432;
    private static final int REGISTRY = 8080;

    private final Network network = Network.newNetwork();
    private final KafkaContainer kafka;
    private final PostgreSQLContainer postgres;
    private final GenericContainer<?> registry;

    /** Nothing is started yet. */
    public ProductionImages() {
        kafka = onFixedPort(new KafkaContainer(KAFKA_IMAGE), KAFKA).withEnv(timeLimits());
        postgres = onFixedPort(new PostgreSQLContainer(POSTGRES_IMAGE), POSTGRES)
                .withUsername(SUPERUSER)
                .withPassword(SUPERUSER)
                .withDatabaseName(SUPERUSER)
                .withNetwork(network)
                .withNetworkAliases("postgres")
                .withCopyFileToContainer(
                        MountableFile.forClasspathResource("org/citycertification/images/create-databases.sh", 0755),
                        "/docker-entrypoint-initdb.d/create-databases.sh");
        Arrays.stream(ROLES)
                .forEach(role -> postgres.withCopyToContainer(Transferable.of(role + "\n"), "/run/secrets/" + role));
        registry = onFixedPort(new GenericContainer<>(REGISTRY_IMAGE), REGISTRY)
                .dependsOn(postgres)
                .withNetwork(network)
                .withEnv(Map.of(
                        "QUARKUS_HTTP_PORT", String.valueOf(REGISTRY),
                        "APICURIO_STORAGE_KIND", "sql",
                        "APICURIO_STORAGE_SQL_KIND", "postgresql",
                        "APICURIO_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/registry",
                        "APICURIO_DATASOURCE_USERNAME", "registry",
                        "APICURIO_DATASOURCE_PASSWORD", "registry"))
                .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects")
                        .forPort(REGISTRY)
                        .withStartupTimeout(STARTED_WITHIN));
    }

    /** Testcontainers maps ports anew at each start; what is restarted in mid-flow must stay where clients look for it. */
    private static <C extends GenericContainer<?>> C onFixedPort(C container, int inside) {
        container.withStartupTimeout(STARTED_WITHIN);
        int outside = Ports.reserve(1).get(0);
        var binding = new PortBinding(Binding.bindIpAndPort("127.0.0.1", outside), new ExposedPort(inside));
        container.addExposedPort(inside);
        container.withCreateContainerCmdModifier(
                command -> requireNonNull(command.getHostConfig()).withPortBindings(binding));
        return container;
    }

    /** Under which a group reads at once and a killed producer is given up within seconds, as docker-compose.yml has them. */
    public static Map<String, String> timeLimits() {
        return Map.of(
                "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false",
                "KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0",
                "KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000");
    }

    /** Returns when all three serve. */
    public ProductionImages start() {
        Startables.deepStart(kafka, registry).join();
        return this;
    }

    /** The broker's {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    /** The {@code schema.registry.url}. */
    public String registryUrl() {
        return "http://localhost:%d/apis/ccompat/v7".formatted(registry.getMappedPort(REGISTRY));
    }

    /** A database's address; the superuser {@code postgres} and every role have their names as passwords. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getMappedPort(POSTGRES), database);
    }

    /** Stops the broker's container, and starts it again with what it has on disk when the work is done. */
    public void withoutBroker(Runnable work) {
        docker().stopContainerCmd(kafka.getContainerId())
                .withTimeout(STOP_SECONDS)
                .exec();
        try {
            work.run();
        } finally {
            docker().startContainerCmd(kafka.getContainerId()).exec();
        }
    }

    /** Freezes the registry while the work goes on. */
    public void withoutRegistry(Runnable work) {
        docker().pauseContainerCmd(registry.getContainerId()).exec();
        try {
            work.run();
        } finally {
            docker().unpauseContainerCmd(registry.getContainerId()).exec();
        }
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }

    @Override
    public void close() {
        registry.stop();
        postgres.stop();
        kafka.stop();
        network.close();
    }
}
