package org.citycertification.notification.notice;

import java.util.UUID;
import org.citycertification.notification.contact.Addressee;
import org.citycertification.notification.letter.Facts;
import org.citycertification.notification.letter.Template;
import org.jspecify.annotations.Nullable;

/**
 * A notice that one sender has in its hands.
 *
 * @param sender number of the sender
 * @param attempt 1, 2, 3: which try this is
 * @param deferrals how often the mail server has asked to come back later
 * @param uncertainties how many earlier tries ended with nobody knowing
 * @param traceparent trace of the event, null if it had none
 */
public record ClaimedNotice(
        long seq,
        UUID id,
        String messageId,
        Template template,
        Facts facts,
        Addressee addressee,
        int sender,
        int attempt,
        int deferrals,
        int uncertainties,
        @Nullable String traceparent) {}
