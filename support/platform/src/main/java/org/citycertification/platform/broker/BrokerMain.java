package org.citycertification.platform.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** Formats the data directory on the first start and runs broker and controller. */
final class BrokerMain {

    /** Any valid id; there is one node and nothing to confuse it with. */
    private static final String CLUSTER_ID = "Y2l0eS1jZXJ0LWxvY2Fs";

    /** A new client costs what a starting broker needs itself. */
    private static final long PAUSE_MILLIS = 100;

    private BrokerMain() {}

    /** Arguments: the settings file, the file to make when the broker is ready, and the broker's address. */
    public static void main(String[] arguments) throws Exception {
        var config = KafkaConfig.fromProps(settings(Path.of(arguments[0])), false);
        format(config);
        var server = new KafkaRaftServer(config, Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        awaitVisibility(arguments[2]);
        Files.createFile(Path.of(arguments[1]));
        server.awaitShutdown();
    }

    /**
     * A broker that has just been let in may still be missing from its own metadata for a moment. An admin client that asks then learns
     * of no broker at all and does not recover, so nobody is told before a fresh client sees the broker.
     */
    private static void awaitVisibility(String address) throws InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", address, "request.timeout.ms", 2000, "default.api.timeout.ms", 2000);
        while (!isVisible(settings)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isVisible(Map<String, Object> settings) throws InterruptedException {
        try (var admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException notYet) {
            return false;
        }
    }

    private static Properties settings(Path file) throws IOException {
        var settings = new Properties();
        try (var in = Files.newInputStream(file)) {
            settings.load(in);
        }
        return settings;
    }

    private static void format(KafkaConfig config) throws Exception {
        var directory = config.metadataLogDir();
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(CLUSTER_ID)
                .setNodeId(config.nodeId())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory)
                .addDirectory(directory)
                .setIgnoreFormatted(true)
                .run();
    }
}
