package org.citycertification.cli.deadletters;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.LetterState;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Outcome;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.deadletter.v1.Result;

/**
 * A letter on which was decided, and what that means for whoever wants something done about it now.
 *
 * @param successor finds the letter of the same record's next refusal
 */
record ClosedLetter(DeadLetterFile file, Supplier<Optional<LetterId>> successor) {
    private static final Set<Result> WITHOUT_EFFECT = Set.of(Result.NO_EFFECT, Result.UNKNOWN);

    Answer answerTo(Resolution resolution) {
        LetterId id = LetterId.of(file.letter().record());
        String state = LetterView.words(file.state());
        if (file.state() == LetterState.FAILED_AGAIN) {
            LetterId next = successor.get().orElse(null);
            String detail = "It was refused again" + (next == null ? "" : ", as " + next);
            return new Answer(id, state, detail + by(), Exit.NOT_DONE, next);
        }
        return isDone(resolution)
                ? new Answer(id, state, "This was done before; nothing changes" + by(), Exit.DONE)
                : new Answer(id, state, "The letter was closed already" + by(), Exit.NOT_DONE);
    }

    /** Whoever names a version wants that version answered, and not another. */
    private boolean isDone(Resolution resolution) {
        Action done = file.state() == LetterState.REDRIVEN ? Action.REDRIVE : Action.DISCARD;
        Long version = resolution.getRecordVersion();
        return resolution.getAction() == done
                && (version == null
                        || closing()
                                .map(Resolution::getRecordVersion)
                                .filter(version::equals)
                                .isPresent());
    }

    private String by() {
        return closing()
                .map(closing ->
                        ": %s by %s: %s".formatted(LetterView.wish(closing), closing.getActor(), closing.getReason()))
                .orElse(".");
    }

    /** The resolution that closed it. */
    private Optional<Resolution> closing() {
        return file.history().stream()
                .map(DeadLetterEvent::getOutcome)
                .filter(outcome -> outcome != null && !WITHOUT_EFFECT.contains(outcome.getResult()))
                .map(Outcome::getResolutionId)
                .findFirst()
                .flatMap(this::resolution);
    }

    private Optional<Resolution> resolution(UUID asked) {
        return file.history().stream()
                .filter(event -> event.getEventId().equals(asked))
                .map(DeadLetterEvent::getResolution)
                .findFirst();
    }
}
