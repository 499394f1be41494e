package org.citycertification.scoring.scorecard.domain;

import java.time.LocalDate;
import java.util.List;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.jspecify.annotations.Nullable;

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

    /**
     * A checklist item that is ticked but does not count, for want of evidence that is young enough.
     *
     * @param earliest the first day whose evidence counts
     */
    record Unproven(ChecklistItemId item, @Nullable LocalDate earliest) {}

    /**
     * Too few checklist items count.
     *
     * @param missing items not ticked, in the edition's order
     * @param unproven items ticked that do not count, in the edition's order
     */
    record ChecklistShort(
            CriterionCode criterion, int have, int need, List<ChecklistItemId> missing, List<Unproven> unproven)
            implements Shortfall {

        public ChecklistShort {
            missing = List.copyOf(missing);
            unproven = List.copyOf(unproven);
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

    /**
     * Too few different pieces of evidence of one kind can be looked at.
     *
     * @param tooOld further pieces that do not count because they are too old, of unknown age or of the future
     * @param earliest the first day whose evidence counts; null if evidence of any age does
     */
    record EvidenceMissing(
            CriterionCode criterion,
            EvidenceKind kind,
            int have,
            int need,
            int tooOld,
            @Nullable LocalDate earliest) implements Shortfall {

        @Override
        public RuleId rule() {
            return RuleId.evidence(criterion, kind);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.evidenceMissing(this);
        }
    }

    /**
     * Another criterion has to be met first.
     *
     * @param causes what is behind it in the end: criteria whose own rules do not hold, in rising order; often just the
     *     prerequisite itself
     */
    record PrerequisiteUnmet(CriterionCode criterion, CriterionCode prerequisite, List<CriterionCode> causes)
            implements Shortfall {

        public PrerequisiteUnmet {
            causes = List.copyOf(causes);
        }

        /** Whether only the prerequisite's own rules stand in the way. */
        public boolean isItsOwnCause() {
            return causes.equals(List.of(prerequisite));
        }

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
