package org.citycertification.scoring.scorecard.domain;

import java.util.List;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EvidenceKind;

/** One thing that a criterion lacks; wording for people is made from these facts where it is shown. */
public sealed interface Shortfall {

    CriterionCode criterion();

    /** The rule that is not satisfied, for example {@code DM3.checklist}. */
    RuleId rule();

    <T> T fold(Cases<T> cases);

    /** One answer for each sort of shortfall. */
    interface Cases<T> {
        T notAnswered(NotAnswered shortfall);

        T notClaimed(NotClaimed shortfall);

        T checklistShort(ChecklistShort shortfall);

        T evidenceMissing(EvidenceMissing shortfall);

        T prerequisiteUnmet(PrerequisiteUnmet shortfall);
    }

    /** The city gave no answer. */
    record NotAnswered(CriterionCode criterion) implements Shortfall {
        @Override
        public RuleId rule() {
            return RuleId.claim(criterion);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notAnswered(this);
        }
    }

    /** The city says that it does not meet the criterion. */
    record NotClaimed(CriterionCode criterion) implements Shortfall {
        @Override
        public RuleId rule() {
            return RuleId.claim(criterion);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notClaimed(this);
        }
    }

    /** Too few checklist items are ticked; {@code missing} are those not ticked, in the edition's order. */
    record ChecklistShort(CriterionCode criterion, int have, int need, List<ChecklistItemId> missing)
            implements Shortfall {

        public ChecklistShort {
            missing = List.copyOf(missing);
        }

        @Override
        public RuleId rule() {
            return RuleId.checklist(criterion);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.checklistShort(this);
        }
    }

    /** Too few different pieces of evidence of one kind can be looked at. */
    record EvidenceMissing(CriterionCode criterion, EvidenceKind kind, int have, int need) implements Shortfall {
        @Override
        public RuleId rule() {
            return RuleId.evidence(criterion, kind);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.evidenceMissing(this);
        }
    }

    /** Another criterion has to be met first. */
    record PrerequisiteUnmet(CriterionCode criterion, CriterionCode prerequisite) implements Shortfall {
        @Override
        public RuleId rule() {
            return RuleId.prerequisite(criterion, prerequisite);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.prerequisiteUnmet(this);
        }
    }
}
