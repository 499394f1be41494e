package org.citycertification.messaging.restore;

/** What a topic carries of one key; changed while the topic is read. */
final class Carried {
    /** There is no such record. */
    static final long NONE = -1;

    private final int partition;
    private long version;
    private long erasedAt = NONE;
    private long firstUnknown = NONE;
    private boolean stateless;

    Carried(int partition) {
        this.partition = partition;
    }

    /** @param givenOut the last version that the database knows of */
    void event(long seen, long offset, long givenOut) {
        version = Math.max(version, seen);
        erasedAt = NONE;
        if (seen > givenOut && firstUnknown == NONE) {
            firstUnknown = offset;
        }
    }

    void erasure(long offset) {
        erasedAt = offset;
    }

    void stateless() {
        stateless = true;
    }

    int partition() {
        return partition;
    }

    /** The highest one, 0 if there is none any more. */
    long version() {
        return version;
    }

    /** Offset of the newest record if that one erases the key. */
    long erasedAt() {
        return erasedAt;
    }

    /** Offset of the first version that the database has never given out. */
    long firstUnknown() {
        return firstUnknown;
    }

    /** Whether records of this key tell of no state. */
    boolean isStateless() {
        return stateless;
    }
}
