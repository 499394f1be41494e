package org.citycertification.scoring.scorecard.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotClaimed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts of a scorecard refuse to be, and the hash of a piece of evidence. */
class ScorecardPartsTests {

    private static final CriterionCode TT1 = new CriterionCode("TT1");
    private static final EvidenceKind DOCUMENT = new EvidenceKind("document");

    @ParameterizedTest
    @CsvSource({"-1, 0, 0, 0", "0, -1, 0, 0", "2, 0, 1, 3", "0, 0, 4, 3"})
    void refusesAScoreOutOfItsBounds(int met, int notAnswered, int attainable, int outOf) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Score(met, notAnswered, attainable, outOf));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0", "3, 0, 3, 3", "0, 3, 3, 3"})
    void takesAScoreAtItsBounds(int met, int notAnswered, int attainable, int outOf) {
        assertThat(new Score(met, notAnswered, attainable, outOf).outOf()).isEqualTo(outOf);
    }

    @Test
    void refusesAnOutcomeThatContradictsItsReasons() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(Outcome.MET, new NotClaimed(TT1)))
                .withMessageStartingWith("TT1: MET contradicts its reasons");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> result(Outcome.NOT_MET))
                .withMessage("TT1: NOT_MET contradicts its reasons []");
    }

    /** Anyone can do this again: SHA-256 of {"date":"2026-01-31","kind":"document","link":"https://city.example/1"}. */
    @Test
    void hashesKindAddressAndDateOfEvidence() {
        assertThat(new Evidence(DOCUMENT, "https://city.example/1").hash())
                .isEqualTo("42ce58a7a1ccd65591b6e95a4ce1273eb0693adaedde3f7b4e86eeae258f8248");
        assertThat(new Evidence(DOCUMENT, "https://city.example/1", LocalDate.of(2026, 1, 31)).hash())
                .isEqualTo("31d510a3e61e5c42cd7d376aedeec7161802d740eabaa573bc9c8a33f47637e7");
    }

    private static CriterionResult result(Outcome outcome, Shortfall... shortfalls) {
        return new CriterionResult(TT1, outcome, RuleId.all(TT1), InputsUsed.NONE, List.of(shortfalls));
    }
}
