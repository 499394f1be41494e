package org.citycertification.schemas;

import java.util.List;
import java.util.Map;

/** Topic names as constants, and who reads which. */
public final class Topics {
    public static final String SUBMISSION = "intake.submission.internal.v1";
    public static final String CONTACT = "intake.contact.internal.v1";
    public static final String EDITION = "scoring.edition.public.v1";
    public static final String SCORECARD = "scoring.scorecard.internal.v1";
    public static final String RESCORE = "scoring.rescore.internal.v1";
    public static final String CASE = "review.case.internal.v1";
    public static final String CERTIFICATION = "review.certification.public.v1";

    /** Services that can refuse a record, by the topic they read: each pair has a dead-letter topic of its own. */
    public static final Map<Topic, List<String>> READERS = Map.of(
            Topic.SUBMISSION, List.of("scoring"),
            Topic.SCORECARD, List.of("review"),
            Topic.CASE, List.of("intake", "notification"),
            Topic.CERTIFICATION, List.of("notification"),
            Topic.CONTACT, List.of("notification"));

    /** Services that keep a copy of a compacted topic; what they cannot read they leave out, so there are no dead letters. */
    public static final Map<Topic, List<String>> MIRRORS = Map.of(Topic.EDITION, List.of("intake", "scoring"));

    private static final String DEAD_LETTERS = ".dlt";

    private Topics() {}

    /** Where {@code service} puts records of {@code topic} that it can never process. */
    public static String deadLetters(String topic, String service) {
        return topic + "." + service + DEAD_LETTERS;
    }

    /** Whether a topic holds dead letters. */
    public static boolean holdsDeadLetters(String topic) {
        return topic.endsWith(DEAD_LETTERS) && topic.lastIndexOf('.', topic.length() - DEAD_LETTERS.length() - 1) > 0;
    }

    /** The service whose dead letters a topic holds. */
    public static String deadLetterService(String topic) {
        String pair = topic.substring(0, topic.length() - DEAD_LETTERS.length());
        return pair.substring(pair.lastIndexOf('.') + 1);
    }
}
