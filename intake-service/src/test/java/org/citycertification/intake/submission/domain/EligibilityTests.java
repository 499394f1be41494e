package org.citycertification.intake.submission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.intake.submission.domain.SubmissionFixtures.EDITION;
import static org.citycertification.intake.submission.domain.SubmissionFixtures.city;

import org.junit.jupiter.api.Test;

class EligibilityTests {

    @Test
    void takesACityOfExactlyTheLeastPopulation() {
        assertThat(Eligibility.refusals(city("US", 30_000), EDITION)).isEmpty();
    }

    @Test
    void refusesACityWithOneInhabitantTooFew() {
        assertThat(Eligibility.refusals(city("US", 29_999), EDITION))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.rule()).isEqualTo("minimum-population");
                    assertThat(refusal.required()).isEqualTo("30000 or more");
                    assertThat(refusal.recorded()).isEqualTo("29999");
                    assertThat(refusal.message()).contains("29999", "2020", "Invented census", "30000");
                });
    }

    @Test
    void refusesACityInAnotherPartOfTheWorld() {
        assertThat(Eligibility.refusals(city("PT", 500_000), EDITION))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.rule()).isEqualTo("country");
                    assertThat(refusal.required()).isEqualTo("US UY");
                    assertThat(refusal.recorded()).isEqualTo("PT");
                    assertThat(refusal.message()).contains("PT", "2022-r1");
                });
    }

    @Test
    void namesEveryRuleThatIsBroken() {
        assertThat(Eligibility.refusals(city("PT", 29_999), EDITION))
                .extracting(RuleRefusal::rule)
                .containsExactly("minimum-population", "country");
    }
}
