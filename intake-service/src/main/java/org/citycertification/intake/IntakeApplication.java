package org.citycertification.intake;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The intake service as a process of its own. */
@SpringBootApplication
public class IntakeApplication {
    /** Starts it; its settings are in {@code intake-service.yml}. */
    public static void main(String[] arguments) {
        new SpringApplicationBuilder(IntakeApplication.class)
                .properties("spring.config.name=intake-service")
                .run(arguments);
    }
}
