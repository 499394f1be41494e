package org.citycertification.scoring.scorecard.domain;

import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EvidenceKind;

/** Names the rule that settled a criterion, for example {@code DM3.checklist} or {@code DM3.evidence.dataset}. */
public record RuleId(String value) {

    /** Every rule of the criterion held. */
    static RuleId all(CriterionCode criterion) {
        return new RuleId(criterion + ".all");
    }

    static RuleId claim(CriterionCode criterion) {
        return new RuleId(criterion + ".claim");
    }

    static RuleId checklist(CriterionCode criterion) {
        return new RuleId(criterion + ".checklist");
    }

    static RuleId evidence(CriterionCode criterion, EvidenceKind kind) {
        return new RuleId(criterion + ".evidence." + kind);
    }

    static RuleId prerequisite(CriterionCode criterion, CriterionCode prerequisite) {
        return new RuleId(criterion + ".prerequisite." + prerequisite);
    }

    @Override
    public String toString() {
        return value;
    }
}
