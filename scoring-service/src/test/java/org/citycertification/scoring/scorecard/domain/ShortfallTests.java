package org.citycertification.scoring.scorecard.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.scorecard.domain.Shortfall.ChecklistShort;
import org.citycertification.scoring.scorecard.domain.Shortfall.EvidenceMissing;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotAnswered;
import org.citycertification.scoring.scorecard.domain.Shortfall.NotClaimed;
import org.citycertification.scoring.scorecard.domain.Shortfall.PrerequisiteUnmet;
import org.junit.jupiter.api.Test;

class ShortfallTests {

    private static final CriterionCode TT1 = new CriterionCode("TT1");
    private static final CriterionCode TT2 = new CriterionCode("TT2");
    private static final List<Shortfall> EVERY_SORT = List.of(
            new NotAnswered(TT1),
            new NotClaimed(TT1),
            new ChecklistShort(TT1, 1, 2, List.of(), List.of()),
            new EvidenceMissing(TT1, new EvidenceKind("document"), 0, 1, 0, null),
            new PrerequisiteUnmet(TT1, TT2, List.of(TT2)));

    @Test
    void namesTheRuleThatIsNotSatisfied() {
        assertThat(EVERY_SORT)
                .extracting(shortfall -> shortfall.rule().value())
                .containsExactly(
                        "TT1.claim", "TT1.claim", "TT1.checklist", "TT1.evidence.document", "TT1.prerequisite.TT2");
    }

    @Test
    void answersEachSortByItsOwnCase() {
        assertThat(EVERY_SORT)
                .extracting(shortfall -> shortfall.fold(new Sorts()))
                .containsExactly("not answered", "not claimed", "checklist", "evidence", "prerequisite");
    }

    @Test
    void tellsAPrerequisiteThatIsItsOwnCauseFromOneThatIsBlocked() {
        assertThat(new PrerequisiteUnmet(TT2, TT1, List.of(TT1)).isItsOwnCause())
                .isTrue();
        assertThat(new PrerequisiteUnmet(new CriterionCode("TT3"), TT2, List.of(TT1)).isItsOwnCause())
                .isFalse();
    }

    private static final class Sorts implements Shortfall.Cases<String> {

        @Override
        public String notAnswered(NotAnswered shortfall) {
            return "not answered";
        }

        @Override
        public String notClaimed(NotClaimed shortfall) {
            return "not claimed";
        }

        @Override
        public String checklistShort(ChecklistShort shortfall) {
            return "checklist";
        }

        @Override
        public String evidenceMissing(EvidenceMissing shortfall) {
            return "evidence";
        }

        @Override
        public String prerequisiteUnmet(PrerequisiteUnmet shortfall) {
            return "prerequisite";
        }
    }
}
