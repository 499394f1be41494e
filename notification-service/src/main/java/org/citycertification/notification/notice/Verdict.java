package org.citycertification.notification.notice;

import java.time.Instant;

/** What became of one attempt, as it is written into the ledger. Causes never hold an address. */
public sealed interface Verdict {
    /** The mail server took it; {@code language} is the one it was written in. */
    record Sent(String language) implements Verdict {}

    /** The mail server asked to come back for this notice at {@code due}. */
    record Deferred(String cause, Instant due) implements Verdict {}

    /** The mail server was not there; this says nothing about the notice. */
    record ServerAway(String cause, Instant due) implements Verdict {}

    /** Will never be taken as it is. */
    record Failed(String cause) implements Verdict {}

    /** Handed over, and no answer came. */
    record Uncertain(String cause, Instant due) implements Verdict {}
}
