package org.citycertification.platform.mailbox;

import java.util.Locale;

/** How mails are treated until somebody says otherwise; shared by all SMTP conversations. */
final class Behaviour {

    private Mode mode = Mode.NORMAL;

    enum Mode {
        NORMAL,
        HANG_BEFORE_250,
        DROP_AFTER_250,
        REFUSE_4XX;

        static Mode of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    synchronized Mode mode() {
        return mode;
    }

    synchronized void change(Mode next) {
        mode = next;
        notifyAll();
    }

    /** Returns once mails are no longer held. */
    synchronized void awaitPassage() {
        try {
            while (mode == Mode.HANG_BEFORE_250) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
