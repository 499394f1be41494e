package org.citycertification.notification.notice;

import java.time.Clock;
import org.citycertification.messaging.restore.AfterRestore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Mails that went out after the backup are not in a restored ledger, or are in it as not yet sent. Nobody but the mail
 * server's log knows which, so a person has to look before anything is mailed.
 */
record PauseAfterRestore(AfterRestore start, SenderPauses pauses, Clock clock) implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(PauseAfterRestore.class);

    @Override
    public void afterSingletonsInstantiated() {
        if (start.asked()) {
            pauses.begin("Started on a restored database", clock.instant());
            LOG.warn("The sender is paused: the database was restored, and what is queued may have been mailed already."
                    + " Nothing is mailed until an operator resumes it with POST /api/notices/sender/resumptions");
        }
    }
}
