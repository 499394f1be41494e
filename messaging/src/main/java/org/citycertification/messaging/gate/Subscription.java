package org.citycertification.messaging.gate;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * A topic that the service reads. Declare one as a bean and it is read.
 *
 * @param type generated class of the topic's values
 * @param identity finds key, version and id in an event
 * @param erasure what a record without a value does; refused where a topic knows none
 */
public record Subscription<E extends SpecificRecord>(
        String topic,
        Class<E> type,
        Function<E, EventIdentity> identity,
        EventHandler<E> handler,
        Sequence sequence,
        ErasureHandler erasure) {

    /** A topic kept for ever, with versions 1, 2, 3 of each key. */
    public static <E extends SpecificRecord> Subscription<E> gapless(
            String topic, Class<E> type, Function<E, EventIdentity> identity, EventHandler<E> handler) {
        return new Subscription<>(topic, type, identity, handler, Sequence.GAPLESS, key -> {
            throw new IllegalArgumentException("A record without a value on " + topic + ", which erases nothing");
        });
    }

    /** A compacted topic, of which only the newest record of each key is certain to be seen. */
    public static <E extends SpecificRecord> Subscription<E> latest(
            String topic,
            Class<E> type,
            Function<E, EventIdentity> identity,
            EventHandler<E> handler,
            ErasureHandler erasure) {
        return new Subscription<>(topic, type, identity, handler, Sequence.LATEST, erasure);
    }
}
