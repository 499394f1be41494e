package org.citycertification.schemas.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Outcome;
import org.citycertification.schemas.deadletter.v1.Result;

/** A service's answers to resolutions. */
public final class Outcomes {
    private Outcomes() {}

    /** The answer to a resolution; answering again gives it the same name. */
    public static DeadLetterEvent of(DeadLetterEvent resolution, Result result, String detail, Instant now) {
        UUID asked = resolution.getEventId();
        return DeadLetterEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(("outcome:" + asked).getBytes(UTF_8)))
                .setOccurredAt(now.truncatedTo(ChronoUnit.MILLIS))
                .setLetterOffset(resolution.getLetterOffset())
                .setOutcome(new Outcome(asked, result, detail))
                .build();
    }

    /** A result as one English sentence. */
    public static String sentence(Result result) {
        return switch (result) {
            case APPLIED -> "The record was applied.";
            case ALREADY_APPLIED -> "The record or a newer one had been applied already.";
            case PARKED -> "The record waits for its predecessor or for an upgrade and is then applied.";
            case DISCARDED -> "The service goes on without the record.";
            case FAILED_AGAIN -> "The record was refused again; a new dead letter says why.";
            case NO_EFFECT, UNKNOWN -> "Nothing was done.";
        };
    }
}
