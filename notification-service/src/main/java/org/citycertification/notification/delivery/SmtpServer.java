package org.citycertification.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mail.autoconfigure.MailProperties;

/** The mail server that {@code spring.mail} names, over a connection that is kept. */
final class SmtpServer implements MailServer {
    private final MailProperties settings;
    private final MimeMails mails;
    private final Clock clock;
    private final Duration keep;
    private final int lettersPerConnection;
    private final Session session;

    private @Nullable SmtpConversation connection;
    private Instant lastUse = Instant.MIN;
    private int letters;

    SmtpServer(MailProperties settings, DeliveryProperties delivery, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        keep = delivery.keepConnection();
        lettersPerConnection = delivery.lettersPerConnection();
        var properties = new Properties();
        properties.putAll(settings.getProperties());
        session = Session.getInstance(properties);
        mails = new MimeMails(session, delivery);
    }

    @Override
    public void connect() throws Unreachable {
        SmtpConversation current = connection;
        boolean worn = letters >= lettersPerConnection || clock.instant().isAfter(lastUse.plus(keep));
        if (current != null && !worn && current.isConnected()) {
            return;
        }
        close();
        var fresh = new SmtpConversation(session, new URLName("smtp", null, -1, null, null, null));
        try {
            fresh.connect(settings.getHost(), port(), settings.getUsername(), settings.getPassword());
        } catch (MessagingException e) {
            throw new Unreachable("The mail server cannot be used: " + e.getMessage(), e);
        }
        connection = fresh;
        letters = 0;
        lastUse = clock.instant();
    }

    @Override
    public Answer send(OutgoingMail mail) {
        SmtpConversation conversation = connection;
        if (conversation == null) {
            return new Answer.Away("No connection");
        }
        MimeMessage message;
        try {
            message = mails.compose(mail);
        } catch (MessagingException e) {
            return new Answer.Refused("Not a message that can be sent: " + e.getMessage());
        }
        return send(conversation, message);
    }

    private Answer send(SmtpConversation conversation, MimeMessage message) {
        letters++;
        conversation.begin();
        try {
            conversation.sendMessage(message, message.getAllRecipients());
            return new Answer.Accepted(conversation.getLastServerResponse().strip());
        } catch (IllegalStateException e) {
            close();
            return new Answer.Away("The connection was closed");
        } catch (MessagingException e) {
            Answer answer = SmtpFailure.read(e, conversation.stage());
            if (answer instanceof Answer.Unknown || answer instanceof Answer.Away) {
                close();
            }
            return answer;
        } finally {
            lastUse = clock.instant();
        }
    }

    private int port() {
        Integer port = settings.getPort();
        return port == null ? -1 : port;
    }

    @Override
    public void close() {
        SmtpConversation old = connection;
        connection = null;
        if (old == null) {
            return;
        }
        try {
            old.close();
        } catch (MessagingException e) {
            // Closing is all that was wanted, and it is closed.
            return;
        }
    }
}
