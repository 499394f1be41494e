package org.citycertification.identity;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Keeps the published passwords of this provider out of anything real: it does not start beside production settings. */
@Component
class DemoOnly {

    DemoOnly(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production", "prod"))) {
            throw new IllegalStateException("demo-identity has published passwords and does not start with the profile "
                    + String.join(",", environment.getActiveProfiles())
                    + "; use your own OpenID provider in production");
        }
    }
}
