package org.citycertification.scoring.edition;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the log for one change at a time, and again where another instance has taken it in between. */
public class EditionTurn {

    private static final Logger log = LoggerFactory.getLogger(EditionTurn.class);
    private static final int ATTEMPTS = 5;

    private final EditionLogs logs;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    public EditionTurn(EditionLogs logs) {
        this.logs = logs;
    }

    /** Runs the change on the log as it is then; fails for passing trouble of the log alone. */
    <T> T take(Function<EditionLog, T> change) {
        oneAtATime.lock();
        try {
            for (int attempt = 1; ; attempt++) {
                try (var published = logs.open()) {
                    return change.apply(published);
                } catch (EditionLogTaken e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                    log.info("Another instance writes editions too; trying again");
                }
            }
        } finally {
            oneAtATime.unlock();
        }
    }
}
