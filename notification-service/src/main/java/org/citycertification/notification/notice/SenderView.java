package org.citycertification.notification.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether notices are mailed.
 *
 * @param reason why not, null if they are
 * @param since since when not, null if they are
 * @param waiting how many notices are queued, or would be tried again
 */
record SenderView(
        State state, @Nullable String reason, @Nullable Instant since, long waiting) {

    /** Whether the sender works. */
    enum State {
        RUNNING,
        PAUSED
    }
}
