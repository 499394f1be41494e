package org.citycertification.review;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the review service; its settings are in {@code review-service.yml}. */
@SpringBootApplication(proxyBeanMethods = false)
public class ReviewApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The application with the name of its settings file, so that several services fit on one class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ReviewApplication.class).properties("spring.config.name=review-service");
    }
}
