package org.citycertification.schemas.wire;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.Map;

/** Makes registry clients. */
public final class Registries {
    private static final int CACHED_SCHEMAS = 1000;
    /** A registry answers in milliseconds; one that hangs must not hold up a start, a reader or a health check for minutes. */
    private static final Map<String, ?> PATIENCE =
            Map.of("http.connect.timeout.ms", 2_000, "http.read.timeout.ms", 5_000);

    private Registries() {}

    /** A client for the registry at these addresses (comma-separated, tried in turn). */
    public static SchemaRegistryClient client(String urls) {
        return new CachedSchemaRegistryClient(List.of(urls.split(",")), CACHED_SCHEMAS, PATIENCE);
    }
}
