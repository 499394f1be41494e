package org.citycertification.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CertificationPropertiesTests {

    private static final Instant LAST_MOMENT = Instant.parse("2026-12-31T23:59:59.999Z");

    @Test
    void takesTheYearOfTheDecisionInUtcUnlessToldOtherwise() {
        assertThat(new CertificationProperties(null).of(LAST_MOMENT)).isEqualTo(2026);
        assertThat(new CertificationProperties(null).of(LAST_MOMENT.plusMillis(1)))
                .isEqualTo(2027);
        assertThat(new CertificationProperties(2025).of(LAST_MOMENT)).isEqualTo(2025);
    }
}
