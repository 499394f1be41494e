package org.citycertification.schemas.deadletter;

import java.util.ArrayList;
import java.util.List;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Outcome;
import org.citycertification.schemas.deadletter.v1.Result;

/** A dead letter and everything that was done about it, in order. */
public final class DeadLetterFile {
    private final DeadLetter letter;
    private final List<DeadLetterEvent> history = new ArrayList<>();
    private LetterState state = LetterState.OPEN;

    DeadLetterFile(DeadLetter letter) {
        this.letter = letter;
    }

    /** The letter itself. */
    public DeadLetter letter() {
        return letter;
    }

    /** Resolutions and outcomes. */
    public List<DeadLetterEvent> history() {
        return List.copyOf(history);
    }

    /** What has become of it. */
    public LetterState state() {
        return state;
    }

    void add(DeadLetterEvent event) {
        history.add(event);
        Outcome outcome = event.getOutcome();
        if (outcome != null) {
            state = after(outcome);
        } else if (event.getResolution() != null && state == LetterState.OPEN) {
            state = LetterState.PENDING;
        }
    }

    private LetterState after(Outcome outcome) {
        Result result = outcome.getResult();
        return switch (result) {
            case APPLIED, ALREADY_APPLIED, PARKED -> LetterState.REDRIVEN;
            case DISCARDED -> LetterState.DISCARDED;
            case FAILED_AGAIN -> LetterState.FAILED_AGAIN;
            case NO_EFFECT, UNKNOWN -> state == LetterState.PENDING && unanswered() == 0 ? LetterState.OPEN : state;
        };
    }

    private long unanswered() {
        long asked =
                history.stream().filter(event -> event.getResolution() != null).count();
        return asked
                - history.stream().filter(event -> event.getOutcome() != null).count();
    }
}
