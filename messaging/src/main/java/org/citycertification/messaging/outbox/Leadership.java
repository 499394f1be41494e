package org.citycertification.messaging.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The right to publish a database's outbox: an advisory lock that lives as long as its connection. The server ends the
 * connection of a process that died, and, by {@code idle_session_timeout}, of one that is frozen.
 */
final class Leadership implements AutoCloseable {
    /** Any number, the same in every instance. */
    private static final long LOCK = 0x6f7574626f78L;

    /** Longer than a producer may take for a commit, during which nothing is said. */
    private static final int IDLE_SECONDS = 5;

    /** A server that is gone without a word would be waited for until TCP gives up, a quarter of an hour later. */
    private static final int LONGEST_ANSWER_MILLIS = 10_000;

    private final Callable<Connection> connect;
    private @Nullable Connection connection;
    private volatile boolean leading;

    Leadership(Callable<Connection> connect) {
        this.connect = connect;
    }

    /** The connection of the leader, or null if another instance leads. */
    @Nullable
    Connection acquire() throws Exception {
        Connection current = connection;
        if (current == null) {
            current = connect.call();
            connection = current;
            current.setNetworkTimeout(Runnable::run, LONGEST_ANSWER_MILLIS);
            try (Statement set = current.createStatement()) {
                set.execute("set idle_session_timeout = '" + IDLE_SECONDS + "s'");
            }
        }
        if (!leading) {
            leading = tryLock(current);
        }
        return leading ? current : null;
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement();
                ResultSet result = lock.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }

    /**
     * Makes sure that the server has not ended the connection meanwhile, and that it takes the connection for alive from now on.
     *
     * @throws SQLException if another instance may lead by now
     */
    static void confirm(Connection connection) throws SQLException {
        try (Statement ask = connection.createStatement()) {
            ask.execute("select 1");
        }
    }

    boolean isLeading() {
        return leading;
    }

    /** Gives up; the next {@link #acquire()} starts again with a new connection. */
    @Override
    public void close() {
        leading = false;
        Connection old = connection;
        connection = null;
        if (old != null) {
            try {
                old.close();
            } catch (SQLException e) {
                // The server has ended it already, which is what closing is for.
                return;
            }
        }
    }
}
