package org.citycertification.notification.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a sender lives: an advisory lock with a number of its own, on a connection of its own. The database server frees
 * it when the process dies or its host is gone, and, by {@code idle_session_timeout}, when it is frozen.
 */
final class SenderLock implements AutoCloseable {
    /** First number of the lock, the same for all senders. */
    static final int LOCK_CLASS = 0x6d61696c;

    /** Longer than the longest SMTP conversation that the time limits allow. */
    private static final int IDLE_SECONDS = 120;

    /** A host that lost its power says no goodbye; its lock is freed after three times so long. */
    private static final int SILENT_SECONDS = 5;

    private final Callable<Connection> connect;
    private @Nullable Connection connection;
    private int number;

    SenderLock(Callable<Connection> connect) {
        this.connect = connect;
    }

    /** The sender's number, its lock held at this moment. A lost lock gives a new number. */
    int hold() throws Exception {
        Connection current = connection;
        if (current != null && current.isValid(2)) {
            return number;
        }
        close();
        Connection fresh = connect.call();
        try {
            number = lock(fresh);
        } catch (SQLException e) {
            fresh.close();
            throw e;
        }
        connection = fresh;
        return number;
    }

    private static int lock(Connection connection) throws SQLException {
        try (var set = connection.createStatement()) {
            set.execute("set idle_session_timeout = '" + IDLE_SECONDS + "s'");
            set.execute("set application_name = 'notice-sender'");
            set.execute("set tcp_keepalives_idle = " + SILENT_SECONDS);
            set.execute("set tcp_keepalives_interval = " + SILENT_SECONDS);
            set.execute("set tcp_keepalives_count = 2");
        }
        try (PreparedStatement next = connection.prepareStatement("select nextval('sender_number')");
                ResultSet result = next.executeQuery()) {
            result.next();
            int drawn = result.getInt(1);
            take(connection, drawn);
            return drawn;
        }
    }

    private static void take(Connection connection, int number) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            lock.setInt(1, LOCK_CLASS);
            lock.setInt(2, number);
            try (ResultSet result = lock.executeQuery()) {
                if (!result.next() || !result.getBoolean(1)) {
                    throw new SQLException("The lock of sender " + number + " is held by somebody else");
                }
            }
        }
    }

    @Override
    public void close() {
        Connection old = connection;
        connection = null;
        if (old == null) {
            return;
        }
        try {
            old.close();
        } catch (SQLException e) {
            // The server has ended it already, which is what closing is for.
            return;
        }
    }
}
