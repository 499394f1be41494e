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
    private static final Map<String, JsonNode> PROPERTIES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        List<String> modules = locations("org/citycertification/");
        for (URL metadata : resources("META-INF/spring-configuration-metadata.json")) {
            boolean ours = modules.stream().anyMatch(metadata.toString()::startsWith);
            for (JsonNode property : properties(metadata)) {
                if (ours || property.path("sourceType").asString("").startsWith("org.citycertification.")) {
                    PROPERTIES.put(property.path("name").asString(), property);
                }
            }
        }
    }

    /** Everything that a module of ours says of itself is ours, additional metadata without a source type too. */
    private static List<String> locations(String folder) throws IOException {
        return resources(folder).stream()
                .map(URL::toString)
                .map(url -> url.substring(0, url.length() - folder.length()))
                .toList();
    }

    private static List<URL> resources(String name) throws IOException {
        return Collections.list(
                ConfigurationReferenceTests.class.getClassLoader().getResources(name));
    }

    private static JsonNode properties(URL metadata) throws IOException {
        try (InputStream in = metadata.openStream()) {
            return JsonMapper.builder().build().readTree(in).path("properties");
        }
    }

    /** One of each kind: a service's, the demonstration's, one that has only additional metadata. */
    @Test
    void everyModuleIsRead() {
        assertThat(PROPERTIES)
                .containsKeys("messaging.service", "identity.issuer", "schema.registry.url", "pages.zone")
                .doesNotContainKeys("spring.application.name", "server.port");
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
                `SPRING_DATASOURCE_URL`, `SPRING_MAIL_HOST`, `SERVER_PORT` and so on. What begins with `identity` belongs to the
                demonstration's identity provider; the variables of the deploy step are in
                [operations.md](operations.md#the-deploy-step).

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
