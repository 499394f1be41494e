package org.citycertification.review.reviewcase;

import java.util.Optional;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.Refusal;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.Verdict;

/** Shows a case to whoever has no interest in it. */
public class ShowCase {

    private final Cases cases;

    public ShowCase(Cases cases) {
        this.cases = cases;
    }

    /** The case, or why it is not shown; what of it is shown to whom is the {@code Sight}'s matter. */
    public Verdict<ReviewCase> show(CaseId id, Reviewer viewer) {
        Optional<ReviewCase> found = cases.find(id);
        if (found.isEmpty()) {
            return Verdict.refused(new Refusal.UnknownCase());
        }
        Optional<Refusal> conflict = found.get().conflictOf(viewer);
        return conflict.<Verdict<ReviewCase>>map(Verdict::refused).orElseGet(() -> Verdict.accepted(found.get()));
    }
}
