package org.citycertification.intake.submission;

import java.time.LocalDate;
import java.util.List;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.edition.domain.Retirement;
import org.citycertification.intake.submission.domain.NewSubmission;
import org.citycertification.intake.submission.domain.RuleRefusal;
import org.citycertification.intake.submission.domain.SubmissionId;

/** What became of an assessment that a city sent. */
public sealed interface Reception {
    /** It is ours to take care of from now on. */
    record Received(NewSubmission submission) implements Reception {}

    /** The programme has no record of the city. */
    record UnknownCity() implements Reception {}

    /** The city's record does not satisfy the edition's rules. */
    record NotEligible(List<RuleRefusal> refusals) implements Reception {}

    /** No city can choose the edition any more. */
    record EditionRetired(EditionId edition, Retirement retirement, LocalDate today) implements Reception {}

    /** The edition is for a later day. */
    record EditionNotYetValid(EditionId edition, LocalDate validFrom, LocalDate today) implements Reception {}

    /** The city has a submission in this cycle that is not decided yet. */
    record AlreadyOpen(SubmissionId open) implements Reception {}
}
