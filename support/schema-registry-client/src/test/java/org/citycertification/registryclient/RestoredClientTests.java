package org.citycertification.registryclient;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RestoredClientTests {

    private static final String SCHEMA =
            "{\"type\":\"record\",\"name\":\"Town\",\"fields\":[{\"name\":\"name\",\"type\":\"string\"}]}";

    @Test
    void buildsAClientUnderConfluentsOwnNames() throws IOException {
        try (var client = new CachedSchemaRegistryClient(List.of("http://127.0.0.1:1"), 10, Map.of())) {
            assertThat(client.getClass().getName())
                    .isEqualTo("io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient");
        }
    }

    @Test
    void handsBackARegisteredSchemaByItsId() throws Exception {
        var client = new MockSchemaRegistryClient();

        var id = client.register("towns-value", new AvroSchema(SCHEMA));

        assertThat(client.getSchemaById(id).canonicalString()).isEqualTo(new AvroSchema(SCHEMA).canonicalString());
    }

    @Test
    @Tag("restored")
    void leavesNothingOfTheBundleBehind() throws IOException {
        var classes = Path.of("target", "classes");

        try (var entries = Files.walk(classes)) {
            assertThat(entries.filter(Files::isRegularFile).toList())
                    .hasSizeGreaterThan(100)
                    .noneMatch(file -> file.startsWith(classes.resolve("org")))
                    .filteredOn(file -> file.toString().endsWith(".class"))
                    .noneMatch(RestoredClientTests::mentionsTheBundle);
        }
    }

    @Test
    @Tag("restored")
    void keepsLicenceAndNotice() {
        assertThat(Path.of("target", "classes", "META-INF", "LICENSE")).isNotEmptyFile();
        assertThat(Path.of("target", "classes", "META-INF", "NOTICE")).isNotEmptyFile();
    }

    private static boolean mentionsTheBundle(Path file) {
        try {
            return Files.readString(file, ISO_8859_1).contains("org/apache/flink");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
