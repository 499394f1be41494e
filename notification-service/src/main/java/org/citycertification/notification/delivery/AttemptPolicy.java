package org.citycertification.notification.delivery;

import java.time.Instant;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citycertification.notification.notice.ClaimedNotice;
import org.citycertification.notification.notice.Verdict;

/** Decides what follows from the mail server's answer. */
final class AttemptPolicy {
    private static final int LONGEST_CAUSE = 500;

    private final Backoff backoff;
    private final int mostDeferrals;
    private final int mostUncertain;
    private final DoubleSupplier chance;

    AttemptPolicy(DeliveryProperties settings, DoubleSupplier chance) {
        this.chance = chance;
        backoff = new Backoff(settings.firstRetry(), settings.longestRetry());
        mostDeferrals = settings.mostDeferrals();
        mostUncertain = settings.mostUncertain();
    }

    /**
     * Judges one attempt.
     *
     * @param language the letter was written in
     */
    Verdict judge(Answer answer, ClaimedNotice notice, String language, Instant now) {
        if (answer instanceof Answer.Accepted) {
            return new Verdict.Sent(language);
        }
        if (answer instanceof Answer.Refused refused) {
            return new Verdict.Failed(cause(refused.reply(), notice));
        }
        if (answer instanceof Answer.Away away) {
            return new Verdict.ServerAway(cause(away.what(), notice), now);
        }
        if (answer instanceof Answer.Deferred deferred) {
            String cause = cause(deferred.reply(), notice);
            return notice.deferrals() + 1 >= mostDeferrals
                    ? new Verdict.Failed("Given up after " + mostDeferrals + " deferrals: " + cause)
                    : new Verdict.Deferred(cause, now.plus(backoff.after(notice.deferrals(), chance.getAsDouble())));
        }
        return unknown((Answer.Unknown) answer, notice, now);
    }

    private Verdict unknown(Answer.Unknown unknown, ClaimedNotice notice, Instant now) {
        String cause = cause(unknown.what(), notice);
        return notice.uncertainties() + 1 >= mostUncertain
                ? new Verdict.Failed("After " + mostUncertain + " attempts nobody knows whether it arrived: " + cause)
                : new Verdict.Uncertain(cause, now.plus(backoff.after(notice.uncertainties(), chance.getAsDouble())));
    }

    /** Servers repeat the address in their answers; the ledger must not keep it. */
    static String cause(String reply, ClaimedNotice notice) {
        String address = Pattern.quote(notice.addressee().address());
        String clean = Pattern.compile(address, Pattern.CASE_INSENSITIVE)
                .matcher(reply)
                .replaceAll(Matcher.quoteReplacement("the recipient"))
                .replaceAll("\\p{Cc}+", " ");
        return clean.length() <= LONGEST_CAUSE ? clean : clean.substring(0, LONGEST_CAUSE);
    }
}
