package org.citycertification.journeys;

import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.citycertification.local.RunningSystem;

/** What the stores of a composed system hold, in a form that can be compared. */
final class Stores {
    private static final List<String> DATABASES = List.of("intake", "review", "notification", "registry");

    /** Makes one query for each table, which psql then runs. */
    private static final String EVERY_TABLE = """
            select format('select %L, count(*), md5(coalesce(string_agg(t::text, E''\\n'' order by t::text), '''')) from %I.%I t',
              tablename, schemaname, tablename)
            from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1 \\gexec
            """;

    private static final Duration POLL = Duration.ofMillis(200);

    private Stores() {}

    /** Number and hash of the rows of each table of each database. */
    static Map<String, String> databases(Compose compose) {
        Map<String, String> held = new TreeMap<>();
        for (String database : DATABASES) {
            held.put(
                    database,
                    compose.script(
                            "bash",
                            "-c",
                            "docker compose exec -T postgres psql --username=postgres --no-align --tuples-only --quiet"
                                    + " --dbname=" + database + " <<'SQL'\n" + EVERY_TABLE + "SQL"));
        }
        return held;
    }

    /** Every committed record of each topic with its place, key and bytes. */
    static Map<String, String> topics(RunningSystem system) {
        Map<String, Object> settings = new HashMap<>(system.kafkaClient());
        settings.put("bootstrap.servers", system.bootstrapServers());
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        Map<String, String> held = new TreeMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(info -> !info.topic().startsWith("__"))
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (all.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(POLL).forEach(record -> held.put(place(record), hex(record.key()) + hex(record.value())));
            }
        }
        return held;
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "/" + record.partition() + "/" + record.offset();
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? "-" : HexFormat.of().formatHex(bytes);
    }
}
