package org.citycertification.notification.delivery;

/** Takes letters, one conversation at a time. Used by one thread. */
interface MailServer extends AutoCloseable {
    /**
     * Makes sure that there is a living connection.
     *
     * @throws Unreachable if there is none to be had
     */
    void connect() throws Unreachable;

    Answer send(OutgoingMail mail);

    /** Ends the connection; the next {@link #connect()} makes a new one. */
    @Override
    void close();

    /** The mail server cannot be reached or turns everybody away. */
    final class Unreachable extends Exception {
        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
