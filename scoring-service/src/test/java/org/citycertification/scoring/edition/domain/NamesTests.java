package org.citycertification.scoring.edition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of what names the parts of an edition. */
class NamesTests {

    @ParameterizedTest
    @ValueSource(strings = {"2022-r1", "x", "a234567890123456789012345678901234567890"})
    void takesAnEditionId(String id) {
        assertThat(new EditionId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-r1", "2022 r1", "2022-R1", "a2345678901234567890123456789012345678901"})
    void refusesAnotherEditionId(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EditionId(id)).withMessageContaining("'" + id + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "ABCDEFG", "dm", "D1"})
    void refusesAnAreaCodeOfAnotherForm(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AreaCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DM", "DM0", "DM100", "dm1", "D1"})
    void refusesACriterionCodeOfAnotherForm(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CriterionCode(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DM3", "DM3.", "DM3.A", "DM3.ab", "DM.a"})
    void refusesAChecklistItemOfAnotherForm(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChecklistItemId(id));
    }

    @Test
    void takesAHashOf64SmallHexadecimalDigits() {
        var hash = "0123456789abcdef".repeat(4);

        assertThat(new ContentHash(hash)).hasToString(hash);
        for (var wrong : List.of(hash.substring(1), hash + "0", hash.replace('a', 'A'), hash.replace('f', 'g'))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ContentHash(wrong));
        }
    }

    @Test
    void sortsByWhatIsWritten() {
        assertThat(new TreeSet<>(List.of(new EditionId("2026-r1"), new EditionId("2022-r1"))))
                .containsExactly(new EditionId("2022-r1"), new EditionId("2026-r1"));
        assertThat(new TreeSet<>(List.of(new EvidenceKind("policy"), new EvidenceKind("minutes"))))
                .containsExactly(new EvidenceKind("minutes"), new EvidenceKind("policy"));
        assertThat(new TreeSet<>(List.of(new ChecklistItemId("DM3.b"), new ChecklistItemId("DM3.a"))))
                .containsExactly(new ChecklistItemId("DM3.a"), new ChecklistItemId("DM3.b"));
    }

    @Test
    void ranksTheLevelsFromOne() {
        assertThat(CertificationLevel.values())
                .extracting(CertificationLevel::rank)
                .containsExactly(1, 2, 3);
    }
}
