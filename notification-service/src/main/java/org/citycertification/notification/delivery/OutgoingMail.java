package org.citycertification.notification.delivery;

import java.time.Instant;
import org.citycertification.notification.contact.MailAddress;
import org.citycertification.notification.letter.Letter;
import org.jspecify.annotations.Nullable;

/**
 * A letter in its envelope: one recipient, never more. Nothing in it that ends up in a header may hold a control character;
 * a line break would begin a header of somebody else's choice.
 *
 * @param toName null if unknown
 */
record OutgoingMail(
        String messageId, MailAddress to, @Nullable String toName, Letter letter, Instant date) {
    OutgoingMail {
        requireOneLine("Message-ID", messageId);
        requireOneLine("subject", letter.subject());
        if (toName != null) {
            requireOneLine("recipient's name", toName);
        }
    }

    private static void requireOneLine(String what, String value) {
        if (value.codePoints().anyMatch(OutgoingMail::breaksLines)) {
            throw new IllegalArgumentException("The " + what + " holds a control character");
        }
    }

    private static boolean breaksLines(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** Withholds name and address: they would end up in logs. */
    @Override
    public String toString() {
        return "OutgoingMail[" + messageId + "]";
    }
}
