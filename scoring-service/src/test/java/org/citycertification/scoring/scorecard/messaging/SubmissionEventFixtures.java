package org.citycertification.scoring.scorecard.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citycertification.schemas.intake.v1.Answer;
import org.citycertification.schemas.intake.v1.CityRecord;
import org.citycertification.schemas.intake.v1.Evidence;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.scoring.Sample;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.scorecard.AssessmentFixtures;

/** Events as intake sends them. */
final class SubmissionEventFixtures {

    static final Instant RECEIVED_AT = Instant.parse("2026-11-23T09:30:00Z");

    private SubmissionEventFixtures() {}

    static SubmissionEvent event(UUID submission, long version, SubmissionReceived received) {
        return SubmissionEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(
                        (submission + ":" + version).getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .setOccurredAt(RECEIVED_AT)
                .setSubmissionId(submission)
                .setVersion(version)
                .setReceived(received)
                .build();
    }

    static SubmissionReceived received(String editionId, List<Answer> answers) {
        return SubmissionReceived.newBuilder()
                .setCityId("uy-mo-montevideo")
                .setCycleId("rolling")
                .setCity(new CityRecord("Montevideo", "UY", "UY-MO", 1_319_108, 2011, "INE, Uruguay"))
                .setContactIds(List.of(UUID.fromString("0b6f2a0e-3d67-4a6f-9a3b-6f0c6a4f2d11")))
                .setSubmittedBy("person-7")
                .setContentHash("ab".repeat(32))
                .setEditionId(editionId)
                .setAnswers(answers)
                .build();
    }

    static SubmissionReceived sample(String file) {
        var body = Sample.read(file).assessment();
        return received(
                body.editionId(),
                body.answers().stream().map(SubmissionEventFixtures::answer).toList());
    }

    /** The first criteria met, the others answered with no. */
    static SubmissionReceived meeting(int criteria, Edition edition) {
        var answers = new ArrayList<Answer>();
        AssessmentFixtures.meeting(criteria, edition)
                .answers()
                .values()
                .forEach(answer -> answers.add(new Answer(
                        answer.criterion().value(),
                        answer.claimed(),
                        answer.ticked().stream().map(Object::toString).toList(),
                        answer.evidence().stream()
                                .map(piece -> new Evidence(piece.kind().code(), "Label", piece.link(), null))
                                .toList(),
                        null)));
        return received(edition.id().value(), answers);
    }

    private static Answer answer(Sample.AnswerBody answer) {
        return new Answer(
                answer.criterion(),
                answer.met(),
                answer.checklist(),
                answer.evidence().stream()
                        .map(piece ->
                                new Evidence(piece.kind(), piece.label(), piece.link(), LocalDate.parse(piece.date())))
                        .toList(),
                answer.comment());
    }
}
