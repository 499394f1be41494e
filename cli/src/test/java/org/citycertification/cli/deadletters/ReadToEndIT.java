package org.citycertification.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.citycertification.cli.CommandFailure;
import org.citycertification.cli.Connection;
import org.citycertification.platform.Part;
import org.citycertification.platform.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Reading at a broker that dies or hangs meanwhile. */
@Tag("full")
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadToEndIT {
    private static final String TOPIC = "read.thing.internal.v1.refusing.dlt";
    private static final int RECORDS = 500;

    @TempDir
    Path directory;

    @Test
    void endsWhenTheBrokerHangsOrDiesWhileItReads() throws Exception {
        try (Platform platform =
                Platform.builder(directory.resolve("kafka")).parts(Part.KAFKA).start()) {
            write(platform.kafka().bootstrapServers());
            Connection connection = oneByOne(platform.kafka().bootstrapServers());
            List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

            new ReadToEnd(connection, Duration.ofSeconds(60)).read(List.of(TOPIC), seen::add);
            assertThat(seen).hasSize(RECORDS);
            var reading = new ReadToEnd(connection, Duration.ofSeconds(3));

            assertThatExceptionOfType(CommandFailure.class)
                    .isThrownBy(
                            () -> reading.read(List.of(TOPIC), record -> atTheFirst(record, platform.kafka()::freeze)))
                    .withMessageContaining("has sent nothing for 3 s");
            platform.kafka().resume();
            await().ignoreExceptionsInstanceOf(CommandFailure.class)
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> reading.read(List.of(TOPIC), record -> {}));

            assertThatExceptionOfType(CommandFailure.class)
                    .isThrownBy(
                            () -> reading.read(List.of(TOPIC), record -> atTheFirst(record, platform.kafka()::kill)))
                    .withMessageContaining("has sent nothing for 3 s");
        }
    }

    private static void atTheFirst(ConsumerRecord<?, ?> record, Runnable harm) {
        if (record.offset() == 0) {
            harm.run();
        }
    }

    /** So small are the fetches that the broker's end comes before the topic's. */
    private Connection oneByOne(String bootstrapServers) throws IOException {
        Path file = Files.writeString(
                directory.resolve("small.properties"), "max.partition.fetch.bytes=1\nmax.poll.records=1\n");
        return CommandLine.populateCommand(
                new Connection(), "--bootstrap-servers", bootstrapServers, "--kafka-config", file.toString());
    }

    private static void write(String bootstrapServers) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "batch.size", 0);
        try (Admin admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int number = 0; number < RECORDS; number++) {
                producer.send(new ProducerRecord<>(TOPIC, new byte[] {1}, new byte[100]));
            }
        }
    }
}
