package org.citycertification.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a stranger may expect of every contract. */
class SchemaRulesTests {
    private static final List<String> PERSONAL = List.of("email", "name", "address", "phone");

    @ParameterizedTest
    @MethodSource("org.citycertification.schemas.Contract#all")
    void documentsEveryTypeAndField(Contract contract) {
        assertThat(types(contract.schema()))
                .allSatisfy(
                        type -> assertThat(type.getDoc()).as(type.getFullName()).isNotBlank());
        assertThat(fields(contract.schema()))
                .allSatisfy(field -> assertThat(field.doc()).as(field.name()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("org.citycertification.schemas.Contract#all")
    void givesEveryEnumADefaultForValuesFromTheFuture(Contract contract) {
        assertThat(types(contract.schema()))
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .allSatisfy(type -> assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN"));
    }

    @ParameterizedTest
    @MethodSource("org.citycertification.schemas.Contract#all")
    void putsNullFirstAndMakesItTheDefault(Contract contract) {
        assertThat(fields(contract.schema()))
                .filteredOn(field -> field.schema().isUnion())
                .allSatisfy(field -> {
                    assertThat(field.schema().getTypes()).hasSize(2);
                    assertThat(field.schema().getTypes().get(0).getType()).isEqualTo(Schema.Type.NULL);
                    assertThat(field.defaultVal()).isEqualTo(JsonProperties.NULL_VALUE);
                });
    }

    @ParameterizedTest
    @EnumSource(value = Topic.class, mode = EnumSource.Mode.EXCLUDE, names = "CONTACT")
    void keepsPeopleOnTheContactTopic(Topic topic) {
        assertThat(types(topic.schema()))
                .filteredOn(type -> type.getType() == Schema.Type.RECORD)
                .filteredOn(type -> !Set.of("CityRecord", "PracticeArea", "DecidedArea", "EditionPublished")
                        .contains(type.getName()))
                .flatExtracting(Schema::getFields)
                .extracting(Schema.Field::name)
                .doesNotContainAnyElementsOf(PERSONAL);
    }

    @ParameterizedTest
    @EnumSource(value = Topic.class, names = "CERTIFICATION")
    void keepsScoresOutOfThePublicEvent(Topic topic) {
        assertThat(fields(topic.schema()))
                .extracting(Schema.Field::name)
                .doesNotContain("met", "outOf", "criteria", "contactIds", "submissionId", "submittedBy");
    }

    private static List<Schema.Field> fields(Schema schema) {
        return types(schema).stream()
                .filter(type -> type.getType() == Schema.Type.RECORD)
                .flatMap(type -> type.getFields().stream())
                .toList();
    }

    private static List<Schema> types(Schema schema) {
        List<Schema> named = new ArrayList<>();
        collect(schema, named, new HashSet<>());
        return named;
    }

    private static void collect(Schema schema, List<Schema> named, Set<String> seen) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, named, seen));
            case ARRAY -> collect(schema.getElementType(), named, seen);
            case RECORD, ENUM -> {
                if (seen.add(schema.getFullName())) {
                    named.add(schema);
                    inner(schema).forEach(type -> collect(type, named, seen));
                }
            }
            default -> {}
        }
    }

    private static Stream<Schema> inner(Schema schema) {
        return schema.getType() == Schema.Type.ENUM
                ? Stream.empty()
                : schema.getFields().stream().map(Schema.Field::schema);
    }
}
