package org.citycertification.journeys;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.citycertification.platform.Mailbox;
import tools.jackson.databind.JsonNode;

/** What lies in the mailbox, held against the attempts that notification has written down. */
final class MailedOnce {
    private MailedOnce() {}

    /**
     * Each notice is sent and its letter lies there once; once more at most for each attempt of which nobody knows how it ended,
     * since then the letter may have been taken. And nothing else lies there.
     *
     * @param messageIds of all letters in the mailbox
     */
    static void assertEachSentOnce(List<JsonNode> notices, List<String> messageIds) {
        Map<String, Long> copies = messageIds.stream().collect(groupingBy(id -> id, counting()));

        assertThat(notices)
                .allSatisfy(notice -> assertThat(notice.path("state").asString())
                        .as(notice.toString())
                        .isEqualTo("SENT"))
                .allSatisfy(notice -> assertThat(copies.getOrDefault(messageId(notice), 0L))
                        .as(notice.toString())
                        .isBetween(1L, 1L + uncertain(notice)));
        assertThat(copies.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        notices.stream().map(MailedOnce::messageId).toList());
    }

    /** As {@link #assertEachSentOnce(List, List)}, of all that lies in a mailbox of ours. */
    static void assertEachSentOnce(List<JsonNode> notices, Mailbox mailbox) {
        assertEachSentOnce(
                notices,
                mailbox.messages().stream().map(Mailbox.Mail::messageId).toList());
    }

    /** How many attempts of a notice ended in nobody knows what. */
    private static int uncertain(JsonNode notice) {
        return notice.path("uncertainAttempts").size();
    }

    private static String messageId(JsonNode notice) {
        return notice.path("messageId").asString();
    }
}
