package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citycertification.images.ProductionImages;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml promises, read without Docker. */
class ComposeFileTests {
    private static final Map<String, List<Integer>> PORTS = Map.ofEntries(
            Map.entry("postgres", List.of(15432)),
            Map.entry("kafka", List.of(9092)),
            Map.entry("registry", List.of(8081)),
            Map.entry("mailbox", List.of(1025, 8025)),
            Map.entry("deploy", List.of()),
            Map.entry("demo-identity", List.of(9000)),
            Map.entry("intake", List.of(8100, 8101)),
            Map.entry("scoring", List.of(8200, 8201)),
            Map.entry("review", List.of(8300, 8301)),
            Map.entry("notification", List.of(8400, 8401)),
            Map.entry("prometheus", List.of(9090)),
            Map.entry("grafana", List.of(3000)));

    private static final List<String> WITH_DATABASE = List.of("intake", "review", "notification");
    private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+):\\d+");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void publishesThePortsThatTheDocumentsNameToThisMachineOnly() {
        Map<String, List<Integer>> published = new TreeMap<>();
        services.forEach((name, service) -> published.put(
                name,
                list(service, "ports").stream()
                        .map(port -> only(PORT, port))
                        .map(Integer::valueOf)
                        .toList()));

        assertThat(published).isEqualTo(new TreeMap<>(PORTS));
    }

    @Test
    void limitsTheMemoryOfEveryContainer() {
        assertThat(services).allSatisfy((name, service) -> assertThat(service).containsKey("mem_limit"));
    }

    @Test
    void startsAServiceOnceTopicsAndSchemasAreThereAndWhatItNeedsIsHealthy() {
        String done = "service_completed_successfully";
        String healthy = "service_healthy";

        assertThat(conditions("deploy")).isEqualTo(Map.of("kafka", healthy, "registry", healthy));
        assertThat(conditions("registry")).isEqualTo(Map.of("postgres", healthy));
        assertThat(conditions("scoring")).isEqualTo(Map.of("deploy", done, "demo-identity", healthy));
        assertThat(WITH_DATABASE)
                .allSatisfy(name -> assertThat(conditions(name))
                        .isEqualTo(Map.of("deploy", done, "demo-identity", healthy, "postgres", healthy)));
    }

    @Test
    void isTestedOnTheImagesAndWithTheTimeLimitsThatItNames() {
        assertThat(services.get("kafka")).containsEntry("image", ProductionImages.KAFKA_IMAGE);
        assertThat(services.get("postgres")).containsEntry("image", ProductionImages.POSTGRES_IMAGE);
        assertThat(services.get("registry")).containsEntry("image", ProductionImages.REGISTRY_IMAGE);
        assertThat(map(services.get("kafka"), "environment").entrySet().stream()
                        .map(setting -> Map.entry(setting.getKey(), String.valueOf(setting.getValue()))))
                .containsAll(ProductionImages.timeLimits().entrySet());
    }

    @Test
    void namesOneVersionEverywhere() {
        assertThat(only(Pattern.compile("(?m)^ARG VERSION=(.*)$"), read("Dockerfile")))
                .isEqualTo(versionOfTheProduct());
        assertThat(read("cli/src/main/java/org/citycertification/cli/Certify.java"))
                .contains("\"certify " + versionOfTheProduct() + "\"");
    }

    static String versionOfTheProduct() {
        return only(
                Pattern.compile("(?s)<artifactId>city-certification</artifactId>\\s*<version>([^<]+)"),
                read("pom.xml"));
    }

    private Map<String, String> conditions(String name) {
        Map<String, String> conditions = new TreeMap<>();
        map(services.get(name), "depends_on").forEach((other, how) -> conditions.put(other, condition(how)));
        return conditions;
    }

    private static String condition(Object how) {
        return how instanceof Map<?, ?> map ? String.valueOf(map.get("condition")) : String.valueOf(how);
    }

    private static Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(read("docker-compose.yml"));
        return file.get("services");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> service, String name) {
        return (Map<String, Object>) service.getOrDefault(name, Map.of());
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> service, String name) {
        return (List<String>) service.getOrDefault(name, List.of());
    }

    private static String only(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static String read(String file) {
        try {
            return Files.readString(SharedSystem.HOME.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
