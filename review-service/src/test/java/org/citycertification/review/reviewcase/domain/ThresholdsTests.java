package org.citycertification.review.reviewcase.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdsTests {

    @ParameterizedTest(name = "{0} of 43 met gives {1}")
    @CsvSource(textBlock = """
                    0,
                    21,
                    22, SILVER
                    29, SILVER
                    30, GOLD
                    36, GOLD
                    37, PLATINUM
                    43, PLATINUM""")
    void reachesTheLevelOfTheEdition(int met, CertificationLevel expected) {
        assertThat(ScorecardFixtures.THRESHOLDS.levelOf(new Score(met, 43))).isEqualTo(expected);
        assertThat(ScorecardFixtures.met(met).provisionalLevel()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} reaches {2} percent: {3}")
    @CsvSource({"51, 100, 51, true", "50, 100, 51, false", "30, 45, 67, false", "2147483647, 2147483647, 100, true"})
    void comparesWithoutRounding(int met, int outOf, int percent, boolean expected) {
        assertThat(new Score(met, outOf).reaches(percent)).isEqualTo(expected);
    }

    @Test
    void findsTheHighestLevelWhateverTheOrder() {
        var reversed = new Thresholds(List.of(
                new Threshold(CertificationLevel.PLATINUM, 85),
                new Threshold(CertificationLevel.SILVER, 51),
                new Threshold(CertificationLevel.GOLD, 68)));

        assertThat(reversed.levelOf(new Score(36, 43))).isEqualTo(CertificationLevel.GOLD);
    }

    @Test
    void refusesAScoreThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Score(44, 43)).withMessageContaining("0..43");
        assertThatIllegalArgumentException().isThrownBy(() -> new Score(-1, 43));
    }
}
