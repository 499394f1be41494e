package org.citycertification.notification.delivery;

import java.time.Clock;
import org.citycertification.notification.contact.Addressee;
import org.citycertification.notification.contact.MailAddress;
import org.citycertification.notification.letter.Letter;
import org.citycertification.notification.letter.LetterWriter;
import org.citycertification.notification.notice.ClaimedNotice;
import org.citycertification.notification.notice.Verdict;

/** Carries one notice to the mail server and says what became of it. */
final class Courier {
    /** So many letters turned away in a row are no accident of each letter. */
    private static final int TURNED_AWAY_IN_A_ROW = 10;

    private final LetterWriter writer;
    private final MailServer server;
    private final Breaker breaker;
    private final AttemptPolicy policy;
    private final Clock clock;

    private int turnedAway;

    Courier(LetterWriter writer, MailServer server, Breaker breaker, AttemptPolicy policy, Clock clock) {
        this.writer = writer;
        this.server = server;
        this.breaker = breaker;
        this.policy = policy;
        this.clock = clock;
    }

    /** What happened, and whether the letter is in a language that nobody asked for. */
    record Delivery(Verdict verdict, boolean fellBack) {}

    Delivery deliver(ClaimedNotice notice) {
        OutgoingMail mail;
        try {
            mail = mail(notice);
        } catch (RuntimeException e) {
            String cause = "The letter could not be written: " + e.getMessage();
            return new Delivery(new Verdict.Failed(AttemptPolicy.cause(cause, notice)), false);
        }
        Answer answer = server.send(mail);
        tellBreaker(answer);
        Letter letter = mail.letter();
        var verdict = policy.judge(answer, notice, letter.language(), clock.instant());
        return new Delivery(verdict, letter.fellBack());
    }

    private OutgoingMail mail(ClaimedNotice notice) {
        Addressee addressee = notice.addressee();
        MailAddress address = MailAddress.parse(addressee.address())
                .orElseThrow(() -> new IllegalArgumentException("the recorded address is not one to write to"));
        Letter letter = writer.write(notice.template(), notice.facts(), addressee.name(), addressee.language());
        return new OutgoingMail(notice.messageId(), address, addressee.name(), letter, clock.instant());
    }

    private void tellBreaker(Answer answer) {
        if (answer instanceof Answer.Accepted) {
            turnedAway = 0;
            breaker.succeeded();
        } else if (answer instanceof Answer.Away away) {
            breaker.failed(away.what());
        } else if (answer instanceof Answer.Unknown unknown) {
            breaker.failed(unknown.what());
        } else if (++turnedAway >= TURNED_AWAY_IN_A_ROW) {
            String cause = turnedAway + " letters in a row were turned away";
            breaker.failed(cause);
        }
    }
}
