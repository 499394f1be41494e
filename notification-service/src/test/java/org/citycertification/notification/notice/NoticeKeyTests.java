package org.citycertification.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.citycertification.notification.contact.Recipient;
import org.citycertification.notification.letter.Template;
import org.junit.jupiter.api.Test;

class NoticeKeyTests {
    private static final UUID EVENT = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID ANA = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final NoticeKey KEY = new NoticeKey(EVENT, Recipient.contact(ANA), Template.CERTIFIED);

    /** A literal: a changed derivation would mail everybody a second time. */
    @Test
    void namesAMessageTheSameForEver() {
        assertThat(KEY.messageId("certification.example"))
                .isEqualTo("<08637025cb282699ae33eda48f686c8073959167@certification.example>");
    }

    @Test
    void tellsApartWhatDiffersInEventRecipientOrTemplate() {
        var otherEvent = new NoticeKey(ANA, Recipient.contact(ANA), Template.CERTIFIED);
        var otherRecipient = new NoticeKey(EVENT, Recipient.contact(EVENT), Template.CERTIFIED);
        var otherTemplate = new NoticeKey(EVENT, Recipient.contact(ANA), Template.ROADMAP);

        assertThat(java.util.stream.Stream.of(KEY, otherEvent, otherRecipient, otherTemplate)
                        .map(key -> key.messageId("a.example")))
                .doesNotHaveDuplicates();
        assertThat(java.util.stream.Stream.of(KEY, otherEvent, otherRecipient, otherTemplate)
                        .map(NoticeKey::noticeId))
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id.version()).isEqualTo(8));
    }
}
