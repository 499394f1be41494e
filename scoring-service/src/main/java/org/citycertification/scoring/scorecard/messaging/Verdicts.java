package org.citycertification.scoring.scorecard.messaging;

import java.util.Optional;
import java.util.UUID;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.Outcomes;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.deadletter.v1.Result;
import org.citycertification.schemas.intake.v1.SubmissionEvent;

/** Decides what a resolution of a dead letter means. */
final class Verdicts {

    private final Replies replies;
    private final SubmissionDecoder decoder;

    /** Both without patience: an operator says when to try. */
    Verdicts(Replies replies, SubmissionDecoder decoder) {
        this.replies = replies;
        this.decoder = decoder;
    }

    /** Fails only for passing trouble. */
    Verdict on(DeadLetterEvent event, Resolution resolution, Optional<DeadLetterFile> found) {
        if (found.isEmpty()) {
            return Verdict.nothing(Result.NO_EFFECT, "There is no dead letter at that offset.");
        }
        if (!found.get().state().isOpen()) {
            return Verdict.nothing(Result.NO_EFFECT, "The dead letter was closed already.");
        }
        var letter = found.get().letter();
        return switch (resolution.getAction()) {
            case REDRIVE -> redrive(letter);
            case DISCARD -> discard(letter, event, resolution);
            case UNKNOWN -> Verdict.nothing(Result.NO_EFFECT, "This build does not know what is wanted; upgrade it.");
        };
    }

    private Verdict redrive(DeadLetter letter) {
        var reply = replies.to(letter.original(), letter.attempt() + 1);
        return Verdict.of(reply.outgoing(), reply.scored() ? Result.APPLIED : Result.FAILED_AGAIN);
    }

    /** The broker does not take the scorecard of a redriven record. */
    Verdict refused(DeadLetter letter, RuntimeException failure) {
        var reason = "Its reply was not taken: " + failure;
        var again = replies.deadLetter(letter.original(), reason, failure, letter.attempt() + 1);
        return Verdict.of(again.outgoing(), Result.FAILED_AGAIN);
    }

    /** Readers of the scorecards wait for every version, so a discarded one is answered too. */
    private Verdict discard(DeadLetter letter, DeadLetterEvent event, Resolution resolution) {
        var reason = "This version was left out by an operator: " + resolution.getReason();
        try {
            SubmissionEvent known = decoder.decode(letter.original());
            return leftOut(letter, known.getSubmissionId(), known.getVersion(), known.getOccurredAt(), reason);
        } catch (BrokenRecord e) {
            var submission = submissionOf(letter);
            Long version = resolution.getRecordVersion();
            if (submission.isEmpty() || (version != null && version == 0)) {
                return Verdict.nothing(Result.DISCARDED, Outcomes.sentence(Result.DISCARDED));
            }
            if (version == null || version < 0) {
                return Verdict.nothing(
                        Result.NO_EFFECT,
                        "Its bytes do not tell which version it was, and readers wait for that version: name it with"
                                + " --record-version, or 0 if it was none.");
            }
            return leftOut(letter, submission.get(), version, event.getOccurredAt(), reason);
        }
    }

    private Verdict leftOut(
            DeadLetter letter, UUID submission, long version, java.time.Instant occurredAt, String reason) {
        var answer = ScorecardMapper.notScored(submission, version, occurredAt, reason);
        return Verdict.of(replies.record(letter.record().key(), answer), Result.DISCARDED);
    }

    private static Optional<UUID> submissionOf(DeadLetter letter) {
        try {
            var id = UUID.fromString(letter.key());
            return id.toString().equals(letter.key()) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
