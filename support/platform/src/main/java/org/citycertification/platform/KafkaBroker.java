package org.citycertification.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Apache Kafka in KRaft mode, broker and controller in one process. Topics are never made by themselves. */
public final class KafkaBroker extends ManagedProcess {

    private static final String MAIN_CLASS = "org.citycertification.platform.broker.BrokerMain";
    private static final String HOST = "127.0.0.1";

    private final Path directory;
    private final PlatformPorts ports;
    private final @Nullable SignIn signIn;

    KafkaBroker(Path directory, Path logs, PlatformPorts ports, @Nullable SignIn signIn) {
        super("Kafka broker", logs.resolve("kafka.log"));
        this.directory = directory;
        this.ports = ports;
        this.signIn = signIn;
    }

    /** The value of {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return HOST + ":" + ports.kafka();
    }

    @Override
    public String address() {
        return bootstrapServers();
    }

    @Override
    Set<Integer> ports() {
        return signIn == null
                ? Set.of(ports.kafka(), ports.kafkaController())
                : Set.of(ports.kafka(), ports.kafkaController(), signIn.port());
    }

    @Override
    ProcessBuilder prepare() throws IOException {
        Files.createDirectories(directory);
        Files.deleteIfExists(readyFile());
        var settings = new Properties();
        settings.putAll(settings());
        var file = directory.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        var command = JavaCommand.mainClass(
                List.of("-Xms96m", "-Xmx384m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"),
                JavaCommand.childClassPath(),
                MAIN_CLASS,
                List.of(file.toString(), readyFile().toString(), bootstrapServers()));
        return new ProcessBuilder(command).directory(directory.toFile());
    }

    /** The child makes this file once the broker takes part in the cluster. */
    @Override
    boolean isReady(Process launched) {
        return Files.exists(readyFile());
    }

    private Path readyFile() {
        return directory.resolve("ready");
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@" + HOST + ":" + ports.kafkaController());
        settings.put(
                "listeners",
                "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, ports.kafka(), HOST, ports.kafkaController()));
        settings.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", directory.resolve("data").toString());
        settings.put("auto.create.topics.enable", "false");
        settings.putAll(rights());
        settings.putAll(internalTopics());
        settings.putAll(timeLimits());
        settings.putAll(smallFootprint());
        if (signIn != null) {
            settings.putAll(signIn.settings(settings));
        }
        return settings;
    }

    /** Rights can be set and listed, but refuse nobody: everyone comes without a name, and those may do everything. */
    private static Map<String, String> rights() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        return settings;
    }

    private static Map<String, String> internalTopics() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }

    /** A killed producer or broker stops holding up the others within seconds; one that is merely slow is not taken for killed. */
    private static Map<String, String> timeLimits() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.put("broker.session.timeout.ms", "4000");
        settings.put("broker.heartbeat.interval.ms", "300");
        return settings;
    }

    /** A few dozen small topics, not a cluster's load. */
    private static Map<String, String> smallFootprint() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20));
        return settings;
    }
}
