package org.citycertification.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that remembers how far a conversation came, because that decides what a broken one means: before the
 * final dot the server cannot have taken the letter; after it nobody knows (RFC 1047).
 */
final class SmtpConversation extends SMTPTransport {
    /** Where the conversation is. */
    enum Stage {
        IDLE,
        SENDER,
        RECIPIENT,
        DATA,
        FINAL_DOT
    }

    private volatile Stage stage = Stage.IDLE;

    SmtpConversation(Session session, URLName name) {
        super(session, name);
    }

    Stage stage() {
        return stage;
    }

    void begin() {
        stage = Stage.IDLE;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.SENDER;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RECIPIENT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.DATA;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.FINAL_DOT;
        super.finishData();
    }
}
