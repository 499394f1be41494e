package org.citycertification.notification;

import org.citycertification.notification.delivery.CrashPoint;

/** The service as a child process that a test can have die at a certain point. */
public final class CrashingApplication {
    private CrashingApplication() {}

    public static void main(String[] args) {
        NotificationApplication.application().sources(CrashPoint.class).run(args);
    }
}
