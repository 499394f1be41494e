package org.citycertification.intake.edition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionTests {
    private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
    private static final Retirement RETIRED = new Retirement(Instant.parse("2026-11-25T10:00:00Z"), "Replaced.");

    @ParameterizedTest(name = "valid from 2027-01-01, sent on {0}: {1}")
    @CsvSource({"2026-12-31, false", "2027-01-01, true", "2027-01-02, true"})
    void isOpenFromItsFirstDayOn(LocalDate day, boolean open) {
        assertThat(edition(DAY, null).isOpenOn(day)).isEqualTo(open);
    }

    @Test
    void isOpenAtOnceWithoutAFirstDay() {
        assertThat(edition(null, null).isOpenOn(LocalDate.MIN)).isTrue();
    }

    @Test
    void isNeverOpenOnceItIsRetired() {
        assertThat(edition(null, RETIRED).isOpenOn(DAY)).isFalse();
        assertThat(edition(DAY, RETIRED).isOpenOn(DAY)).isFalse();
    }

    private static Edition edition(@Nullable LocalDate validFrom, @Nullable Retirement retirement) {
        return new Edition(new EditionId("2027-r1"), Map.of(), 30_000, Set.of("US"), validFrom, retirement);
    }
}
