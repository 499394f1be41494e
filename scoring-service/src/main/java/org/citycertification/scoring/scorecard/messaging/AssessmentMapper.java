package org.citycertification.scoring.scorecard.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.scorecard.domain.Answer;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.scorecard.domain.Evidence;

/** The answers of a received submission. */
final class AssessmentMapper {

    private AssessmentMapper() {}

    /**
     * The assessment in an event. The age of evidence is measured on the day, in UTC, on which it was received.
     *
     * @throws IllegalArgumentException if a code is malformed or a criterion is answered twice
     */
    static Assessment toAssessment(SubmissionReceived received, Instant receivedAt) {
        return Assessment.of(
                received.getAnswers().stream().map(AssessmentMapper::answer).toList(),
                LocalDate.ofInstant(receivedAt, ZoneOffset.UTC));
    }

    private static Answer answer(org.citycertification.schemas.intake.v1.Answer answer) {
        return new Answer(
                new CriterionCode(answer.getCriterion()),
                answer.getMet(),
                answer.getChecklist().stream().map(ChecklistItemId::new).collect(Collectors.toSet()),
                answer.getEvidence().stream()
                        .map(piece -> new Evidence(new EvidenceKind(piece.getKind()), piece.getLink(), piece.getDate()))
                        .toList());
    }
}
