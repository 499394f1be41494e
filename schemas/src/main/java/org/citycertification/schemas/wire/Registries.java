package org.citycertification.schemas.wire;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.List;
import java.util.Map;

/** Makes registry clients. */
public final class Registries {
    private static final int CACHED_SCHEMAS = 1000;

    private Registries() {}

    /** A client for the registry at these addresses (comma-separated, tried in turn). */
    public static SchemaRegistryClient client(String urls) {
        return new CachedSchemaRegistryClient(List.of(urls.split(",")), CACHED_SCHEMAS, Map.of());
    }
}
