package org.citycertification.http;

import java.io.IOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Puts {@code http-defaults.properties} below every other source of settings, so that a service may override each line. */
public final class HttpDefaults implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment
                    .getPropertySources()
                    .addLast(new ResourcePropertySource(
                            "httpDefaults", new ClassPathResource("http-defaults.properties", HttpDefaults.class)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "http-defaults.properties is missing from the http module's jar", unreadable);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
