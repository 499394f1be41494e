package org.citycertification.notification.notice;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.citycertification.notification.contact.Recipient;
import org.citycertification.notification.letter.Template;

/**
 * What makes a notice the same notice, however often its event is delivered.
 *
 * @param eventId the event it tells of
 */
public record NoticeKey(UUID eventId, Recipient recipient, Template template) {
    private static final int MESSAGE_ID_BYTES = 20;

    /** Derived from the key, so that every attempt of every instance uses the same. */
    public UUID noticeId() {
        ByteBuffer hash = ByteBuffer.wrap(hash());
        // Version 8 of RFC 9562: made up by us.
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** The Message-ID header of every attempt, angle brackets included. Holds no address. */
    public String messageId(String domain) {
        return "<" + HexFormat.of().formatHex(hash(), 0, MESSAGE_ID_BYTES) + "@" + domain + ">";
    }

    private byte[] hash() {
        String key = eventId + "|" + recipient.id() + "|" + template;
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
