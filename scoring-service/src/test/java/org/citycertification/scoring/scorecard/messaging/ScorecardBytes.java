package org.citycertification.scoring.scorecard.messaging;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.citycertification.schemas.intake.v1.Answer;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.scoring.edition.EditionFixtures;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.scorecard.domain.Scorecard;

/** Prints a hash of what the samples score, for comparison between processes. */
final class ScorecardBytes {

    private static final PublishedEdition EDITION = PublishedEdition.of(EditionFixtures.shipped());
    private static final UUID SUBMISSION = UUID.fromString("7d3d8b5e-52a8-4f0f-8f43-6b1b0e6b7a01");

    private ScorecardBytes() {}

    public static void main(String[] args) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var file : new String[] {"cambridge-ma.json", "montevideo-uy.json", "example-town.json"}) {
            digest.update(of(SubmissionEventFixtures.sample(file)));
        }
        System.out.println(HexFormat.of().formatHex(digest.digest()));
    }

    static byte[] of(SubmissionReceived received) throws IOException {
        var submission = SubmissionEventFixtures.event(SUBMISSION, 1, received);
        var scorecard = Scorecard.of(
                EDITION.edition(), AssessmentMapper.toAssessment(received, SubmissionEventFixtures.RECEIVED_AT));
        return ScorecardMapper.toEvent(submission, received, EDITION, scorecard)
                .toByteBuffer()
                .array();
    }

    static SubmissionReceived shuffled(SubmissionReceived received, Random random) {
        var answers = received.getAnswers().stream()
                .map(answer -> new Answer(
                        answer.getCriterion(),
                        answer.getMet(),
                        shuffled(answer.getChecklist(), random),
                        shuffled(answer.getEvidence(), random),
                        answer.getComment()))
                .toList();
        return SubmissionEventFixtures.received(received.getEditionId(), shuffled(answers, random));
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
