package org.citycertification.messaging.restore;

/**
 * What a database knows of a key of its own topic.
 *
 * @param version the last version that it has given out, 0 if none
 * @param erased whether it has erased the key since
 * @param sent the last version that must be on the topic, because it waits in the outbox no more
 * @param waiting whether anything about the key waits in the outbox
 */
record GivenOut(long version, boolean erased, long sent, boolean waiting) {
    static final GivenOut NOTHING = new GivenOut(0, false, 0, false);
}
