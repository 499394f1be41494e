package org.citycertification.scoring;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the scoring service; its settings are in {@code scoring-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ScoringApplication {

    /** Serves, or runs a command if the first argument is one. */
    public static void main(String[] args) {
        if (Commands.areMeantBy(args)) {
            System.exit(Commands.run(args));
        }
        application().run(args);
    }

    /** The application with the name of its settings file, so that several services fit on one class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ScoringApplication.class).properties("spring.config.name=scoring-service");
    }
}
