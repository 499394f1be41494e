package org.citycertification.review.certification.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTests {

    private static final City CAMBRIDGE = new City(new CityId("us-ma-cambridge"), "Cambridge", "US", "US-MA");
    private static final CertificationId FIRST = new CertificationId(new UUID(0, 1));
    private static final CertificationId SECOND = new CertificationId(new UUID(0, 2));

    @ParameterizedTest(name = "{1} after {0} is {2}")
    @CsvSource(textBlock = """
                    , SILVER, NEW
                    , PLATINUM, NEW
                    SILVER, SILVER, RECERTIFIED
                    SILVER, GOLD, LEVEL_UP
                    SILVER, PLATINUM, LEVEL_UP
                    GOLD, SILVER, LEVEL_DOWN
                    GOLD, GOLD, RECERTIFIED
                    GOLD, PLATINUM, LEVEL_UP
                    PLATINUM, SILVER, LEVEL_DOWN
                    PLATINUM, GOLD, LEVEL_DOWN
                    PLATINUM, PLATINUM, RECERTIFIED""")
    void derivesTheKindFromTheLastCertification(
            CertificationLevel last, CertificationLevel now, CertificationKind kind) {
        var standing = last == null ? Standing.none(CAMBRIDGE.id()) : new Standing(CAMBRIDGE.id(), 4, FIRST, last);
        Certification certification = standing.certify(award(now, null), SECOND);

        assertThat(certification.kind()).isEqualTo(kind);
        assertThat(certification.cityVersion()).isEqualTo(last == null ? 1 : 5);
        assertThat(certification.supersedes()).isEqualTo(last == null ? null : FIRST);
    }

    @Test
    void lastsExactlyItsMonthsOrForEver() {
        assertThat(award(CertificationLevel.GOLD, 36).validUntil()).isEqualTo(LocalDate.of(2029, 12, 30));
        assertThat(award(CertificationLevel.GOLD, 2).validUntil()).isEqualTo(LocalDate.of(2027, 2, 27));
        assertThat(award(CertificationLevel.GOLD, null).validUntil()).isNull();
        assertThat(award(CertificationLevel.GOLD, null).announcedOn()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    void refusesAnotherCitysAwardAndAHalfStanding() {
        var other = Standing.none(new CityId("uy-mo-montevideo"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.certify(award(CertificationLevel.GOLD, null), SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> new Standing(CAMBRIDGE.id(), 1, null, null));
    }

    private static Award award(CertificationLevel level, Integer validityMonths) {
        return new Award(CAMBRIDGE, level, "2022-r1", validityMonths, 2026, Instant.parse("2026-12-31T23:59:59.999Z"));
    }
}
