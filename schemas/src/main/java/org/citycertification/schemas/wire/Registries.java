package org.citycertification.schemas.wire;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes registry clients. */
public final class Registries {
    private static final int CACHED_SCHEMAS = 1000;
    /** A registry answers in milliseconds; one that hangs must not hold up a start, a reader or a health check for minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int CONNECT_MILLIS = 2_000;

    private Registries() {}

    /** A client for the registry at these addresses (comma-separated, tried in turn). */
    public static SchemaRegistryClient client(String urls) {
        return client(urls, PATIENCE);
    }

    /** For one who has nothing else to do than to wait for an answer. */
    public static SchemaRegistryClient client(String urls, Duration patience) {
        Map<String, ?> settings =
                Map.of("http.connect.timeout.ms", CONNECT_MILLIS, "http.read.timeout.ms", (int) patience.toMillis());
        return new CachedSchemaRegistryClient(List.of(urls.split(",")), CACHED_SCHEMAS, settings);
    }
}
