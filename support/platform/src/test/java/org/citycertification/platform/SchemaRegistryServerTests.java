package org.citycertification.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SchemaRegistryServerTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOWN = """
            {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"%s\\",\\"fields\\":[{\\"name\\":\\"name\\",\\"type\\":\\"string\\"}]}"}""";

    private final SchemaRegistryServer registry =
            TestPlatform.shared(Part.REGISTRY).registry();

    @AfterEach
    void leaveARunningRegistry() {
        registry.start();
    }

    @Test
    void keepsIdsWhenItIsKilled() {
        var first = register("First");
        var second = register("Second");

        registry.kill();
        registry.start();

        assertThat(register("Second")).isEqualTo(second);
        assertThat(schema(first)).contains("First");
        assertThat(register("Third")).isGreaterThan(second);
    }

    @Test
    void refusesAnIncompatibleSchemaWhenToldTo() {
        register("Kept");
        HttpProbe.exchange("PUT", at("/config/kept-value"), "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        var incompatible = TOWN.formatted("Kept").replace("string", "int");

        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> HttpProbe.exchange("POST", at("/subjects/kept-value/versions"), incompatible))
                .withMessageContaining("409");
    }

    private int register(String record) {
        var subject = record.toLowerCase(Locale.ROOT) + "-value";
        var answer = HttpProbe.exchange("POST", at("/subjects/" + subject + "/versions"), TOWN.formatted(record));
        return JSON.readTree(answer).path("id").asInt();
    }

    private String schema(int id) {
        return HttpProbe.exchange("GET", at("/schemas/ids/" + id), "");
    }

    private URI at(String path) {
        return URI.create(registry.url() + path);
    }
}
