package org.citycertification.scoring.edition.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.citycertification.scoring.edition.FileProblem;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.edition.domain.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionFileTests {

    private static final String GOOD = """
        id: test-r1
        name: {en: Test}
        illustrative: true
        note: {en: Made up}
        thresholds: [{level: SILVER, percent: 51}, {level: GOLD, percent: 68}]
        eligibility: {minimumPopulation: 30000, countries: [US, UY]}
        validityMonths: 36
        evidenceKinds: [document]
        areas:
          - code: TT
            name: {en: Area}
            criteria:
              - code: TT1
                title: {en: First}
                description: {en: About it.}
                checklist: {required: 1, items: [{id: TT1.a, text: {en: One}}, {id: TT1.b, text: {en: Two}}]}
                evidence: [{kind: document, count: 1, shows: {en: It}}]
              - code: TT2
                title: {en: Second}
                description: {en: About it.}
                checklist: {required: 1, items: [{id: TT2.a, text: {en: One}}, {id: TT2.b, text: {en: Two}}]}
                evidence: []
                prerequisites: [TT1]
        """;

    @Test
    void readsAWholeEdition() throws IOException {
        var edition = read(GOOD);

        assertThat(edition.criteria())
                .extracting(criterion -> criterion.code().value())
                .containsExactly("TT1", "TT2");
        assertThat(edition.criteria().get(1).prerequisites()).hasToString("[TT1]");
        assertThat(edition.validityMonths()).isEqualTo(36);
    }

    @ParameterizedTest(name = "{0} -> {1} gives: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        {required: 1, items: [{id: TT2.a | {required: 3, items: [{id: TT2.a | line 21, column 31, areas[0].criteria[1].checklist.required: the checklist needs 3 of 2 items; it must be 1 to 2
        {id: TT2.b,                      | {id: TT2.a,                      | line 21, column 77, areas[0].criteria[1].checklist.items[1].id: checklist item TT2.a appears twice
        {id: TT2.b,                      | {id: TT1.b,                      | checklist.items[1].id: checklist item TT1.b does not begin with TT2.
        kind: document                   | kind: documnet                   | line 17, column 27, areas[0].criteria[0].evidence[0].kind: evidence kind documnet is not one of document
        count: 1                         | count: 0                         | evidence[0].count: the count must be 1 or more, but was 0
        count: 1                         | count: one                       | evidence[0].count: a whole number is expected
        title: {en: Second}              | title: Second                    | line 19, column 16, areas[0].criteria[1].title: a mapping is expected
        title: {en: Second}              | title: {en: Second, xx: Z}       | line 19, column 29, areas[0].criteria[1].title.xx: unknown key
        title: {en: Second}              | title: {en: Second, es: Z}       | criteria[1].title.es: the edition's name is not in this language
        prerequisites: [TT1]             | prerequisite: [TT1]              | line 23, column 9, areas[0].criteria[1].prerequisite: unknown key
        prerequisites: [TT1]             | prerequisites: [TT7]             | criteria[1].prerequisites[0]: TT2: prerequisite TT7 is not a criterion
        prerequisites: [TT1]             | prerequisites: [TT1, TT1]        | criteria[1].prerequisites[1]: prerequisite TT1 appears twice
        prerequisites: [TT1]             | prerequisites: [TT2]             | criteria[1].prerequisites[0]: TT2: the criterion is its own prerequisite in the end: TT2 needs TT2
        code: TT2                        | code: TT1                        | criteria[1].code: criterion TT1 appears twice
        code: TT2                        | code: UU2                        | criteria[1].code: UU2: the code does not belong to area TT
        percent: 68                      | percent: 50                      | line 5, column 44, thresholds[1]: thresholds are out of order
        percent: 68                      | percent: 168                     | thresholds[1].percent: threshold of GOLD must be 1 to 100
        level: GOLD                      | level: COPPER                    | thresholds[1].level: unknown level COPPER; known are SILVER, GOLD, PLATINUM
        [US, UY]                         | [US, US]                         | eligibility.countries[1]: country US appears twice
        [US, UY]                         | [US, no]                         | eligibility.countries[1]: a text is expected
        [US, UY]                         | [US, usa]                        | eligibility.countries[1]: a country is two capital letters
        minimumPopulation: 30000         | minimumPopulation: -1            | eligibility.minimumPopulation: the population must be 0 or more
        illustrative: true               | illustrative: maybe              | line 3, column 15, illustrative: true or false is expected
        id: test-r1                      | id: Test R1                      | line 1, column 5, id: an edition id
        validityMonths: 36               | validityMonths: 0                | validityMonths: the validity in months must be 1 or more
        validityMonths: 36               | validFrom: 2026-02-30            | validFrom: a date like 2026-01-31 is expected
        validityMonths: 36               | rounding: UPWARDS                | rounding: unknown rounding UPWARDS
        validityMonths: 36               | recognition: {es: Hola}          | recognition.es: the edition's name is not in this language
        evidenceKinds: [document]        | evidenceKinds: [document, document] | evidenceKinds[1]: evidence kind document appears twice
        shows: {en: It}                  | shows: {en: It}, notOlderThanMonths: 0 | notOlderThanMonths: the age of evidence is limited to 1 to 1200 months
        note: {en: Made up}              | ''                               | line 1, column 1, note: missing
        note: {en: Made up}              | id: again                        | line 4, column 1, id: duplicate key\
        """)
    void namesThePlaceOfEachFault(String good, String bad, String message) {
        assertThat(GOOD).contains(good);

        assertThatExceptionOfType(InvalidEditionFile.class)
                .isThrownBy(() -> read(GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .withMessageContaining("test.yml: line ")
                .withMessageContaining(message);
    }

    @Test
    void namesAllFaultsAtOnceFromTheTopToTheEnd() {
        var bad = GOOD.replace("level: GOLD, percent: 68", "level: GOLD, percent: 50")
                .replace("id: TT1.b", "id: TT1.a")
                .replace("title: {en: Second}", "title: {}")
                .replace("prerequisites: [TT1]", "prerequisites: [TT9]");

        assertThat(problems(bad))
                .extracting(FileProblem::path)
                .containsExactly(
                        "thresholds[1]",
                        "areas[0].criteria[0].checklist.items[1].id",
                        "areas[0].criteria[1].title.en",
                        "areas[0].criteria[1].prerequisites[0]");
    }

    @Test
    void readsWhatAnEditionMayUseBesides() throws IOException {
        var edition = read(GOOD.replace("name: {en: Test}", "name: {en: Test, es: Prueba}")
                .replace("note: {en: Made up}", "note: {en: Made up, es: Inventada}")
                .replace("validityMonths: 36", """
                    validityMonths: 36
                    validFrom: 2027-01-01
                    rounding: NEAREST
                    recognition: {en: Honour roll, es: Cuadro de honor}
                    outcomeGate:
                      required: 1
                      outcomes:
                        - code: OUT1
                          title: {en: Clean air, es: Aire limpio}
                          description: {en: It is clean., es: Es limpio.}
                          checklist: {required: all, items: [{id: OUT1.a, text: {en: One, es: Uno}}]}
                          evidence: []\
                    """)
                .replace("{id: TT1.a, text: {en: One}}", "{id: TT1.a, text: {en: One}, evidenceNotOlderThanMonths: 12}")
                .replace("count: 1, ", "count: 1, notOlderThanMonths: 24, ")
                .replaceAll("\\{en: (Area|First|Second|About it.|One|Two|It)}", "{en: $1, es: X}"));

        assertThat(edition.validFrom()).isEqualTo("2027-01-01");
        assertThat(edition.thresholds().rounding()).isEqualTo(Rounding.NEAREST);
        assertThat(edition.outcomes().get(0).checklist().required()).isEqualTo(1);
        assertThat(edition.criteria().get(0).evidence().get(0).freshMonths()).isEqualTo(24);
        assertThat(edition.criteria().get(0).checklist().items().get(0).freshMonths())
                .isEqualTo(12);
        var spanish = EditionWording.of(edition, edition.translations().stream(), Language.ES);
        assertThat(spanish.name()).isEqualTo("Prueba");
        assertThat(spanish.recognition()).isEqualTo("Cuadro de honor");
        assertThat(spanish.title(edition.outcomes().get(0).code())).isEqualTo("Aire limpio");
    }

    private static List<FileProblem> problems(String yaml) {
        return new EditionFile().read(yaml.getBytes(UTF_8)).fold(edition -> List.of(), problems -> problems);
    }

    private static Edition read(String yaml) throws IOException {
        return EditionFile.read("test.yml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}
