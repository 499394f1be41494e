package org.citycertification.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.util.Date;
import org.citycertification.notification.contact.MailAddress;
import org.jspecify.annotations.Nullable;

/** Turns letters into Internet messages: both forms of the text, in UTF-8, the plain one first. */
final class MimeMails {
    private final Session session;
    private final InternetAddress from;
    private final @Nullable InternetAddress replyTo;

    MimeMails(Session session, DeliveryProperties settings) {
        this.session = session;
        from = address(new MailAddress(settings.from()), settings.fromName());
        String answers = settings.replyTo();
        replyTo = answers == null ? null : address(new MailAddress(answers), settings.fromName());
    }

    MimeMessage compose(OutgoingMail mail) throws MessagingException {
        var message = new MessageWithOwnId(session, mail.messageId());
        message.setFrom(from);
        if (replyTo != null) {
            message.setReplyTo(new InternetAddress[] {replyTo});
        }
        message.setRecipient(Message.RecipientType.TO, recipient(mail));
        message.setSubject(mail.letter().subject(), UTF_8.name());
        message.setSentDate(Date.from(mail.date()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", mail.letter().language());
        message.setContent(new MimeMultipart(
                "alternative",
                part(mail.letter().text(), "plain"),
                part(mail.letter().html(), "html")));
        message.saveChanges();
        return message;
    }

    private static InternetAddress recipient(OutgoingMail mail) {
        return address(mail.to(), mail.toName());
    }

    private static MimeBodyPart part(String content, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8.name(), kind);
        // Lines of any length and any letter survive every server.
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress address(MailAddress address, @Nullable String name) {
        var result = new InternetAddress();
        result.setAddress(address.value());
        if (name != null) {
            try {
                result.setPersonal(name, UTF_8.name());
            } catch (UnsupportedEncodingException e) {
                throw new IllegalStateException("Every Java has UTF-8", e);
            }
        }
        return result;
    }

    /** Jakarta Mail would make up a new Message-ID at each attempt. */
    private static final class MessageWithOwnId extends MimeMessage {
        private final String messageId;

        MessageWithOwnId(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
