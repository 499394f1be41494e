package org.citycertification.scoring.edition.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.citycertification.scoring.edition.domain.Edition;
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
        {required: 1, items: [{id: TT2.a | {required: 3, items: [{id: TT2.a | TT2: the checklist needs 3 of 2
        {id: TT2.b,                      | {id: TT2.a,                      | TT2: checklist item TT2.a appears twice
        {id: TT2.b,                      | {id: TT1.b,                      | TT2: checklist item TT1.b does not begin
        kind: document                   | kind: documnet                   | TT1: evidence kind documnet is not one of
        count: 1                         | count: 0                         | TT1: evidence of kind document must be
        count: 1                         | count: one                       | TT1: evidence.count: a whole number
        title: {en: Second}              | title: Second                    | TT2: title: a mapping
        title: {en: Second}              | title: {en: Second, xx: Z}       | TT2: title.xx: unknown key
        prerequisites: [TT1]             | prerequisite: [TT1]              | TT2: prerequisite: unknown key
        prerequisites: [TT1]             | prerequisites: [TT7]             | TT2: prerequisite TT7 is not in
        code: TT2                        | code: TT1                        | TT1: checklist item TT2.a
        code: TT2                        | code: UU2                        | UU2:
        percent: 68                      | percent: 50                      | thresholds are out of order
        level: GOLD                      | level: COPPER                    | thresholds: unknown level COPPER
        [US, UY]                         | [US, US]                         | US appears twice
        [US, UY]                         | [US, no]                         | eligibility.countries
        illustrative: true               | illustrative: maybe              | illustrative: true or false
        id: test-r1                      | id: Test R1                      | an edition id
        note: {en: Made up}              | ''                               | note: missing
        note: {en: Made up}              | id: again                        | duplicate key id""")
    void namesThePlaceOfEachFault(String good, String bad, String message) {
        assertThat(GOOD).contains(good);

        assertThatExceptionOfType(InvalidEditionFile.class)
                .isThrownBy(() -> read(GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad)))
                .withMessageContaining("test.yml: ")
                .withMessageContaining(message);
    }

    private static Edition read(String yaml) throws IOException {
        return EditionFile.read("test.yml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }
}
