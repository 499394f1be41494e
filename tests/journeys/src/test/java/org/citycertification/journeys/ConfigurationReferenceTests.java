package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/configuration.md says what the configuration metadata of this build say, and every property has a meaning. */
class ConfigurationReferenceTests {
    private static final Path REFERENCE = Path.of("../../docs/configuration.md");
    private static final Path EXPECTED = Path.of("target/configuration.md");
    private static final List<String> OURS = List.of(
            "http.", "pages.", "messaging.", "intake.", "scoring.", "review.", "notification.", "schema.", "auto.");

    private static final Map<String, JsonNode> PROPERTIES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        String resource = "META-INF/spring-configuration-metadata.json";
        for (URL url : Collections.list(
                ConfigurationReferenceTests.class.getClassLoader().getResources(resource))) {
            try (InputStream in = url.openStream()) {
                for (JsonNode property :
                        JsonMapper.builder().build().readTree(in).path("properties")) {
                    String name = property.path("name").asString();
                    if (OURS.stream().anyMatch(name::startsWith)) {
                        PROPERTIES.put(name, property);
                    }
                }
            }
        }
    }

    @Test
    void everyPropertyHasAMeaning() {
        assertThat(PROPERTIES)
                .hasSizeGreaterThan(20)
                .allSatisfy((name, property) -> assertThat(
                                property.path("description").asString(""))
                        .as(name)
                        .isNotBlank());
    }

    @Test
    void theReferenceIsWhatTheBuildSays() throws IOException {
        Files.writeString(EXPECTED, reference());

        assertThat(REFERENCE)
                .as("after a change of properties: cp tests/journeys/%s docs/configuration.md", EXPECTED)
                .hasSameTextualContentAs(EXPECTED);
    }

    private static String reference() {
        var text = new StringBuilder("""
                # Configuration

                Every property of our own, generated from the build's metadata. Each can be given as an environment variable
                (`messaging.relay.batch-size` is `MESSAGING_RELAY_BATCHSIZE`), and as a file of its name in `/run/secrets`
                of a container. Beside these, the usual Spring names apply: `SPRING_KAFKA_BOOTSTRAP_SERVERS`,
                `SPRING_DATASOURCE_URL`, `SPRING_MAIL_HOST`, `SERVER_PORT` and so on.

                | property | default | meaning |
                |---|---|---|
                """);
        PROPERTIES.forEach((name, property) -> text.append("| `%s` | %s | %s |\n"
                .formatted(
                        name,
                        defaultOf(property),
                        property.path("description").asString("").replaceAll("\\{@code ([^}]*)}", "`$1`"))));
        return text.toString();
    }

    private static String defaultOf(JsonNode property) {
        JsonNode value = property.path("defaultValue");
        return value.isMissingNode() ? "" : "`" + value.asString() + "`";
    }
}
