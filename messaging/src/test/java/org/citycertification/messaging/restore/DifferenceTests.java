package org.citycertification.messaging.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.citycertification.messaging.gate.Sequence;
import org.citycertification.messaging.restore.Difference.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a difference between a database and a topic means, key by key. */
class DifferenceTests {
    private static final String KEY = "key";

    /** The outbox holds everything after {@code sent}. A topic without the key has version -1. */
    @ParameterizedTest(name = "given out {0}, of them {1} sent, topic at {2}: {3} lacks {4}")
    @CsvSource(textBlock = """
            3, 3, 3,                , 0
            3, 2, 2,                , 0
            3, 2, 3,                , 0
            3, 0, -1,               , 0
            2, 2, 5, DATABASE_LACKS, 3
            2, 1, 5, DATABASE_LACKS, 3
            0, 0, 4, DATABASE_LACKS, 4
            5, 5, 3, TOPIC_LACKS,    2
            5, 4, 3, TOPIC_LACKS,    1
            2, 2, -1, TOPIC_LACKS,   2
            2, 1, -1, TOPIC_LACKS,   1""")
    void comparesAKeyOfATopicThatKeepsEverything(
            long version, long sent, long topic, @Nullable Kind kind, long events) {
        var database = new GivenOut(version, false, sent, sent < version);

        var difference = Difference.of(KEY, database, topic < 0 ? null : carrying(topic, version), Sequence.GAPLESS);

        assertThat(difference == null ? null : difference.kind()).isEqualTo(kind);
        assertThat(difference == null ? 0 : difference.events()).isEqualTo(events);
    }

    @Test
    void namesTheFirstVersionThatIsMissing() {
        var topic = new Carried(4);
        topic.event(3, 17, 2);
        topic.event(4, 30, 2);

        var difference = Difference.of(KEY, new GivenOut(2, false, 2, false), topic, Sequence.GAPLESS);

        assertThat(difference).isNotNull();
        assertThat(difference.words())
                .isEqualTo(
                        "key: the database is at version 2, the topic at 4; the first that is missing is at partition 4"
                                + " offset 17");
    }

    @Test
    void agreesOnAKeyThatBothHaveErased() {
        assertThat(Difference.of(KEY, erased(), erasedTopic(), Sequence.LATEST)).isNull();
        assertThat(Difference.of(KEY, erased(), null, Sequence.LATEST)).isNull();
    }

    @Test
    void missesAnErasureThatTheDatabaseDoesNotKnow() {
        assertDatabaseLacks(new GivenOut(3, false, 3, false), erasedTopic());
    }

    /** Compaction has forgotten the key and its erasure. */
    @Test
    void missesAnErasureOfWhichNothingIsLeft() {
        assertDatabaseLacks(new GivenOut(3, false, 3, false), null);
    }

    /** The record with the version that waits was published already, and then erased. */
    @Test
    void missesAnErasureOfWhatStillWaitsInARestoredOutbox() {
        assertDatabaseLacks(new GivenOut(3, false, 2, true), erasedTopic());
    }

    @Test
    void knowsNothingOfAKeyThatCameAndWentAfterTheBackup() {
        var topic = new Carried(0);
        topic.erasure(9);

        assertThat(Difference.of(KEY, GivenOut.NOTHING, topic, Sequence.LATEST)).isNull();
    }

    @Test
    void agreesOnAKeyThatWaitsToComeBackAfterItsErasure() {
        assertThat(Difference.of(KEY, new GivenOut(4, false, 3, true), erasedTopic(), Sequence.LATEST))
                .isNull();
    }

    @Test
    void agreesOnAnErasureThatWaits() {
        assertThat(Difference.of(KEY, new GivenOut(3, true, 3, true), carrying(3, 3), Sequence.LATEST))
                .isNull();
    }

    @Test
    void missesAnErasureThatTheTopicHasLost() {
        var difference = Difference.of(KEY, erased(), carrying(3, 3), Sequence.LATEST);

        assertThat(difference).isNotNull();
        assertThat(difference.kind()).isEqualTo(Kind.TOPIC_LACKS);
    }

    @Test
    void passesOverRecordsThatTellOfNoState() {
        var topic = new Carried(0);
        topic.stateless();

        assertThat(Difference.of(KEY, new GivenOut(3, false, 3, false), topic, Sequence.LATEST))
                .isNull();
    }

    private static void assertDatabaseLacks(GivenOut database, @Nullable Carried topic) {
        var difference = Difference.of(KEY, database, topic, Sequence.LATEST);
        assertThat(difference).isNotNull();
        assertThat(difference.kind()).isEqualTo(Kind.DATABASE_LACKS);
    }

    private static GivenOut erased() {
        return new GivenOut(3, true, 3, false);
    }

    private static Carried erasedTopic() {
        Carried topic = carrying(3, 3);
        topic.erasure(99);
        return topic;
    }

    private static Carried carrying(long version, long givenOut) {
        var topic = new Carried(0);
        topic.event(version, 10, givenOut);
        return topic;
    }
}
