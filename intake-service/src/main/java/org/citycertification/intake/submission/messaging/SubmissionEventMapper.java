package org.citycertification.intake.submission.messaging;

import java.util.List;
import java.util.UUID;
import org.citycertification.intake.city.domain.City;
import org.citycertification.intake.submission.domain.NewSubmission;
import org.citycertification.schemas.intake.v1.Answer;
import org.citycertification.schemas.intake.v1.CityRecord;
import org.citycertification.schemas.intake.v1.Evidence;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.intake.v1.SubmissionReceived;

/** Says in Avro what was received. */
final class SubmissionEventMapper {
    private SubmissionEventMapper() {}

    static SubmissionEvent received(NewSubmission submission, UUID eventId) {
        return SubmissionEvent.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(submission.receivedAt())
                .setSubmissionId(submission.id().value())
                .setVersion(NewSubmission.VERSION)
                .setReceived(received(submission))
                .build();
    }

    private static SubmissionReceived received(NewSubmission submission) {
        City city = submission.city();
        return SubmissionReceived.newBuilder()
                .setCityId(city.id().value())
                .setCycleId(submission.cycle().value())
                .setCity(city(city))
                .setContactIds(city.contacts().stream()
                        .map(contact -> contact.id().value())
                        .toList())
                .setSubmittedBy(submission.submittedBy())
                .setContentHash(submission.contentHash().value())
                .setEditionId(submission.assessment().edition().value())
                .setAnswers(answers(submission))
                .build();
    }

    private static CityRecord city(City city) {
        var record = city.record();
        return CityRecord.newBuilder()
                .setName(record.name())
                .setCountry(record.country())
                .setSubdivision(record.subdivision())
                .setPopulation(record.population().count())
                .setPopulationYear(record.population().year())
                .setPopulationSource(record.population().source())
                .build();
    }

    private static List<Answer> answers(NewSubmission submission) {
        return submission.assessment().answers().stream()
                .map(answer -> Answer.newBuilder()
                        .setCriterion(answer.criterion())
                        .setMet(answer.met())
                        .setChecklist(answer.checklist())
                        .setEvidence(answer.evidence().stream()
                                .map(SubmissionEventMapper::evidence)
                                .toList())
                        .setComment(answer.comment())
                        .build())
                .toList();
    }

    private static Evidence evidence(org.citycertification.intake.submission.domain.Evidence evidence) {
        return Evidence.newBuilder()
                .setKind(evidence.kind())
                .setLabel(evidence.label())
                .setLink(evidence.link())
                .setDate(evidence.date())
                .build();
    }
}
