package org.citycertification.notification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The notification service as a process. */
@SpringBootApplication
public class NotificationApplication {
    public static void main(String[] args) {
        application().run(args);
    }

    /** The service with the settings file that is its own, so that several services fit on one class path. */
    static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(NotificationApplication.class)
                .properties("spring.config.name=notification-service");
    }
}
