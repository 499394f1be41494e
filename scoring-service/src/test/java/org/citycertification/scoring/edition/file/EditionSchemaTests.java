package org.citycertification.scoring.edition.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The published schema of the format, as an editor or another program uses it. */
class EditionSchemaTests {
    private static final String SHIPPED = "src/main/resources/editions/2022-r1.yml";

    @ParameterizedTest
    @ValueSource(strings = {SHIPPED, "../samples/editions/2026-draft.yml"})
    void acceptsTheEditionsThatWeShow(String file) throws IOException {
        assertThat(problems(Files.readString(Path.of(file)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'percent: 51', 'percent: 101'",
        "'illustrative: true', 'illustrative: perhaps'",
        "'validityMonths: null', 'validityMonth: 12'",
        "'level: SILVER', 'level: BRONZE'",
        "'code: DM3', 'code: 3'",
    })
    void refusesWhatTheReaderRefuses(String right, String wrong) throws IOException {
        var file = Files.readString(Path.of(SHIPPED));

        assertThat(problems(file.replaceFirst(right, wrong))).isNotEmpty();
    }

    @Test
    void namesWhatIsMissing() throws IOException {
        assertThat(problems("id: 2026-draft\n"))
                .anySatisfy(problem -> assertThat(problem.getMessage()).contains("areas"));
    }

    private static List<Error> problems(String yaml) throws IOException {
        var text = Files.readString(Path.of("src/main/resources/edition-format.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
        Object file = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return schema.validate(JsonMapper.builder().build().valueToTree(file));
    }
}
