package org.citycertification.notification.delivery;

import jakarta.mail.MessagingException;
import org.citycertification.notification.delivery.SmtpConversation.Stage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads what a failed conversation means. */
final class SmtpFailure {
    /** "Service not available, closing transmission channel" (RFC 5321, 4.2.3): not about the letter. */
    private static final int CLOSING = 421;

    private SmtpFailure() {}

    static Answer read(MessagingException failure, Stage stage) {
        Reply reply = reply(failure);
        if (reply == null || reply.code() < 400) {
            String what = rootMessage(failure);
            return stage == Stage.FINAL_DOT
                    ? new Answer.Unknown("No answer after the final dot: " + what)
                    : new Answer.Away(what);
        }
        boolean everybody = reply.code() == CLOSING || stage == Stage.IDLE || stage == Stage.SENDER;
        if (everybody) {
            return new Answer.Away(reply.text());
        }
        return reply.code() < 500 ? new Answer.Deferred(reply.text()) : new Answer.Refused(reply.text());
    }

    private record Reply(int code, String text) {}

    /** The answer about the recipient comes last in the chain and says more than the one about the message. */
    private static @Nullable Reply reply(MessagingException failure) {
        Reply found = null;
        for (Exception e = failure; e instanceof MessagingException messaging; e = messaging.getNextException()) {
            Reply here = replyIn(messaging);
            found = here == null ? found : here;
        }
        return found;
    }

    private static @Nullable Reply replyIn(MessagingException e) {
        if (e instanceof SMTPAddressFailedException address) {
            return new Reply(address.getReturnCode(), text(e));
        }
        if (e instanceof SMTPSenderFailedException sender) {
            return new Reply(sender.getReturnCode(), text(e));
        }
        return e instanceof SMTPSendFailedException send ? new Reply(send.getReturnCode(), text(e)) : null;
    }

    private static String rootMessage(MessagingException failure) {
        Throwable last = failure;
        for (Exception e = failure; e != null; e = e instanceof MessagingException m ? m.getNextException() : null) {
            last = e;
        }
        return last.getClass().getSimpleName() + ": " + text(last);
    }

    private static String text(Throwable e) {
        String message = e.getMessage();
        return message == null ? "" : message.strip();
    }
}
