package org.citycertification.messaging.gate;

/** Applies an event to the service's state. */
@FunctionalInterface
public interface EventHandler<E> {
    /**
     * Called once for each event, in order of its aggregate's versions, inside the transaction of the whole batch.
     *
     * @throws UnknownKind before anything is written, if the event tells of something this build does not know
     * @throws RuntimeException to have the batch redone record by record; a record that goes on failing becomes a dead
     *     letter
     */
    void apply(E event);
}
