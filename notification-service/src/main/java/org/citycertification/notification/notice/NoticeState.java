package org.citycertification.notification.notice;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where a notice stands. {@link #next} is the only table of what may follow what. */
public enum NoticeState {
    /** To be sent as soon as a sender is free. */
    QUEUED,
    /** Nothing has been heard yet of the person to write to. */
    WAITING_FOR_CONTACT,
    /** In the hands of the one sender that the row names. */
    SENDING,
    /** The mail server has taken it. */
    SENT,
    /** Not taken, and to be tried again. */
    RETRY,
    /** Given up; the cause says why. Staff may queue it again. */
    FAILED,
    /** Nobody can know whether the mail server took it; tried again under the same Message-ID. */
    UNCERTAIN,
    /** A newer notice on the same matter replaced it before it was sent. */
    SUPERSEDED,
    /** The person is to be forgotten. */
    SUPPRESSED;

    /** The states that may follow. */
    public Set<NoticeState> next() {
        return switch (this) {
            // SENT without an attempt: staff know that it was mailed, by a ledger that is lost.
            case QUEUED -> EnumSet.of(SENDING, SENT, WAITING_FOR_CONTACT, SUPERSEDED, SUPPRESSED);
            case WAITING_FOR_CONTACT -> EnumSet.of(QUEUED, SUPERSEDED, SUPPRESSED);
            case SENDING -> EnumSet.of(SENT, RETRY, FAILED, UNCERTAIN);
            case RETRY -> EnumSet.of(SENDING, SENT, SUPERSEDED, SUPPRESSED);
            // SENT: its sender, thought dead, came back with the server's answer.
            case UNCERTAIN -> EnumSet.of(SENDING, SENT, SUPERSEDED, SUPPRESSED);
            case FAILED -> EnumSet.of(QUEUED);
            case SENT, SUPERSEDED, SUPPRESSED -> EnumSet.noneOf(NoticeState.class);
        };
    }

    public boolean mayBecome(NoticeState other) {
        return next().contains(other);
    }

    /** Names of the states that {@code this} may follow. */
    List<String> before() {
        return Arrays.stream(values())
                .filter(state -> state.mayBecome(this))
                .map(Enum::name)
                .toList();
    }
}
