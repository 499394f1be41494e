package org.citycertification.scoring.scorecard;

import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.scorecard.domain.Scorecard;

/** Scores an assessment that nobody has sent, and keeps nothing of it. */
public class CheckYourself {

    /** What is wrong with the form, or its assessment. */
    public SelfCheck read(AssessmentForm form, PublishedEdition edition) {
        return CheckForm.check(form, edition.edition());
    }

    /** The result as it would be if it were sent, explained in the language of the wording. */
    public Explanation explain(SelfCheck.Sound form, PublishedEdition edition, EditionWording wording) {
        return ExplainScorecard.explain(edition, wording, Scorecard.of(edition.edition(), form.assessment()));
    }
}
