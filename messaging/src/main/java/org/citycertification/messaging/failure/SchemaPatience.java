package org.citycertification.messaging.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citycertification.schemas.wire.UnknownSchemaId;

/**
 * How long records wait for a schema that the registry does not know. It runs from when its id was first met, whichever record
 * carries it: were it each record's own, many of one schema would hold their partition up one after the other, and a batch that
 * is read again from its beginning for ever.
 */
public final class SchemaPatience {
    /** More than a batch has records. Whoever writes more ids than that makes the first ones new again, which costs time only. */
    private static final int REMEMBERED = 10_000;

    private final Duration patience;
    private final InstantSource clock;
    private final Map<Integer, Instant> firstMet = new LinkedHashMap<>();

    /** @param patience zero for records that are refused at once */
    public SchemaPatience(Duration patience, InstantSource clock) {
        this.patience = patience;
        this.clock = clock;
    }

    /** Whether the record is still to wait; then it is read again later, after all that are before it. */
    public synchronized boolean lasts(UnknownSchemaId unknown) {
        Instant now = clock.instant();
        Instant since = firstMet.computeIfAbsent(unknown.id(), id -> now);
        if (firstMet.size() > REMEMBERED) {
            firstMet.remove(firstMet.keySet().iterator().next());
        }
        return now.isBefore(since.plus(patience));
    }

    @Override
    public String toString() {
        return patience.toString();
    }
}
