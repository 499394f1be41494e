package org.citycertification.scoring.scorecard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citycertification.scoring.edition.EditionFixtures.shipped;
import static org.citycertification.scoring.scorecard.AssessmentFixtures.meeting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.citycertification.scoring.edition.domain.Edition;
import org.junit.jupiter.api.Test;

/** The same answers give the same scorecard. Slow, and so left out of the mutation tests. */
class SameScorecardTests {

    private static final Edition SHIPPED = shipped();

    @Test
    void dependsOnNeitherOrderNorLocaleNorZone() {
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        var answers = new ArrayList<>(meeting(30, SHIPPED).answers().values());
        var expected = Scorecard.of(SHIPPED, Assessment.of(answers));
        var random = new Random(43);
        try {
            for (int run = 0; run < 1000; run++) {
                Locale.setDefault(Locale.forLanguageTag(
                        List.of("tr-TR", "ar-EG", "es-UY", "en-US").get(run % 4)));
                TimeZone.setDefault(TimeZone.getTimeZone(
                        List.of("Pacific/Kiritimati", "UTC").get(run % 2)));
                Collections.shuffle(answers, random);

                assertThat(Scorecard.of(SHIPPED, Assessment.of(answers))).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
