package org.citycertification.messaging.restore;

import org.citycertification.messaging.gate.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * How a key's last version in the database and on its topic differ.
 *
 * @param events how many are missing
 */
record Difference(Kind kind, String key, long events, String words) {

    /** Who lacks something. */
    enum Kind {
        /** The topic carries what the database does not know: it is older than the topic. */
        DATABASE_LACKS,
        /** The database has given out what the topic does not carry and the outbox does not hold. */
        TOPIC_LACKS
    }

    /** What is different, or null. */
    static @Nullable Difference of(String key, GivenOut database, @Nullable Carried topic, Sequence sequence) {
        if (topic == null) {
            return ofAbsent(key, database, sequence);
        }
        if (topic.isStateless()) {
            return null;
        }
        if (topic.version() > database.version()) {
            return ahead(key, database, topic);
        }
        return topic.erasedAt() == Carried.NONE ? ofPresent(key, database, topic) : ofErased(key, database, topic);
    }

    private static Difference ahead(String key, GivenOut database, Carried topic) {
        String words =
                "%s: the database is at version %d, the topic at %d; the first that is missing is at partition %d offset %d"
                        .formatted(key, database.version(), topic.version(), topic.partition(), topic.firstUnknown());
        return new Difference(Kind.DATABASE_LACKS, key, topic.version() - database.version(), words);
    }

    private static @Nullable Difference ofPresent(String key, GivenOut database, Carried topic) {
        if (database.erased() && !database.waiting()) {
            return new Difference(
                    Kind.TOPIC_LACKS, key, 1, key + ": the database has erased it, the topic still has it");
        }
        if (topic.version() < database.sent()) {
            return behind(key, database, topic.version());
        }
        return null;
    }

    /** The database may have taken the key up again, with a version that still waits to be published. */
    private static @Nullable Difference ofErased(String key, GivenOut database, Carried topic) {
        boolean takenUpAgain = database.waiting() && topic.version() <= database.sent();
        if (database.version() == 0 || database.erased() || takenUpAgain) {
            return null;
        }
        String words = "%s: the topic erases it at partition %d offset %d, the database does not"
                .formatted(key, topic.partition(), topic.erasedAt());
        return new Difference(Kind.DATABASE_LACKS, key, 1, words);
    }

    private static @Nullable Difference ofAbsent(String key, GivenOut database, Sequence sequence) {
        if (database.sent() == 0 || database.erased()) {
            return null;
        }
        if (sequence == Sequence.LATEST && !database.waiting()) {
            String words = key + ": the topic, which forgets a key only when it is erased, has it no more";
            return new Difference(Kind.DATABASE_LACKS, key, 1, words);
        }
        return behind(key, database, 0);
    }

    private static Difference behind(String key, GivenOut database, long version) {
        String words =
                "%s: the database is at version %d, the topic at %d, and the outbox does not hold what is missing"
                        .formatted(key, database.sent(), version);
        return new Difference(Kind.TOPIC_LACKS, key, database.sent() - version, words);
    }
}
