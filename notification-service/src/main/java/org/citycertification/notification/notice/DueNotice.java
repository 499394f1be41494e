package org.citycertification.notification.notice;

import java.util.UUID;
import org.citycertification.notification.contact.Recipient;
import org.citycertification.notification.letter.Template;
import org.jspecify.annotations.Nullable;

/**
 * A row that is due, locked and not yet claimed.
 *
 * @param outdated whether a newer notice on the matter is there
 */
record DueNotice(
        long seq,
        UUID id,
        String messageId,
        Recipient recipient,
        Template template,
        String facts,
        @Nullable String traceparent,
        int attempts,
        int deferrals,
        int uncertainties,
        boolean outdated) {}
