package org.citycertification.http;

import java.io.IOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts {@code http-defaults.properties}, and under its profile {@code json-logs.properties}, below every other source of
 * settings, so that a service may override each line.
 */
public final class HttpDefaults implements EnvironmentPostProcessor, Ordered {
    private static final String JSON_LOGS = "json-logs";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        add(environment, "http-defaults");
        if (environment.acceptsProfiles(Profiles.of(JSON_LOGS))) {
            add(environment, JSON_LOGS);
        }
    }

    private static void add(ConfigurableEnvironment environment, String name) {
        String file = name + ".properties";
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(name, new ClassPathResource(file, HttpDefaults.class)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " is missing from the http module's jar", unreadable);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
