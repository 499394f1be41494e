package org.citycertification.messaging.failure;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.citycertification.schemas.wire.RegistryUnavailable;
import org.citycertification.schemas.wire.UnknownSchemaId;
import org.springframework.transaction.TransactionSystemException;

/** Tells passing trouble (database, registry or broker away, a lost race for a lock) from a record that will never work. */
public final class Transience {
    /**
     * SQLSTATE classes: 08 connection, 40 rollback for serialization or deadlock, 53 resources, 57 operator intervention
     * (shutdown, cancelled), 58 system error; 55P03 is a lock not available, 25006 a standby just promoted over, 25P03 a transaction that was silent too long.
     */
    private static final Set<String> STATES = Set.of("08", "40", "53", "57", "58");

    private static final Set<String> EXACT_STATES = Set.of("55P03", "25006", "25P03");

    private Transience() {}

    /** Whether the same work may succeed later although nothing about the record has changed. */
    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isTransientItself(cause)) {
                return true;
            }
        }
        return false;
    }

    /** A lost connection cannot be rolled back either; that second failure hides the first, which says what it was. */
    private static boolean isTransientBefore(TransactionSystemException end) {
        Throwable first = end.getApplicationException();
        return first != null && isTransient(first);
    }

    private static boolean isTransientItself(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return sql instanceof SQLTransientException
                    || sql instanceof SQLRecoverableException
                    || hasTransientState(sql.getSQLState());
        }
        if (cause instanceof TransactionSystemException end) {
            return isTransientBefore(end);
        }
        return cause instanceof RegistryUnavailable
                || cause instanceof UnknownSchemaId
                || cause instanceof RetriableException;
    }

    private static boolean hasTransientState(@org.jspecify.annotations.Nullable String state) {
        return state != null
                && state.length() == 5
                && (STATES.contains(state.substring(0, 2)) || EXACT_STATES.contains(state));
    }
}
