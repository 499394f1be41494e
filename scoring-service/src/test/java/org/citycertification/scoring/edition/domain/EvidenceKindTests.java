package org.citycertification.scoring.edition.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceKindTests {

    /** Intake has accepted these, and a submission that was accepted must be scored. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "web-page", "iso27001", "a234567890123456789012345678901234567890"})
    void takesWhateverIntakeAccepts(String code) {
        assertThat(new EvidenceKind(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Minutes", "1st", "a b", "a2345678901234567890123456789012345678901"})
    void refusesOtherForms(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EvidenceKind(code));
    }
}
