package org.citycertification.platform.mailbox;

import java.util.List;

/** A stored mail, read for people and tests; absent parts are empty. */
record ReceivedMail(
        String id,
        String receivedAt,
        String from,
        List<String> to,
        List<String> envelopeTo,
        String subject,
        String messageId,
        String date,
        String text,
        String html,
        String headers) {}
