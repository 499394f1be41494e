package org.citycertification.messaging.outbox;

/**
 * Stores what is to be published in the transaction that it belongs to. Call it while the aggregate's row is locked: the
 * order of calls is then the order of publication of each key.
 */
public interface Outbox {
    /**
     * Stores an event in wire format. Its version follows the last one stored for its key on its topic.
     *
     * @throws IllegalStateException outside a transaction, or if its version does not follow
     * @throws RecordTooLarge if no topic would take it
     */
    void append(OutgoingEvent event);

    /** Stores a record without a value, which makes a compacted topic forget its key. */
    void appendErasure(String topic, String key);

    /** Stores bytes as they are, for a certain partition; used for dead letters. */
    void append(RawRecord record);
}
