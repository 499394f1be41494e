package org.citycertification.http.bearer;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are accepted.
 *
 * @param issuer the only accepted {@code iss}
 * @param audience must be among the token's {@code aud}
 * @param jwkSetUri where the issuer's public keys are, {@code http(s):} or {@code file:}; read when the first token arrives
 */
@ConfigurationProperties("http.security")
record BearerProperties(
        @DefaultValue("http://localhost:9000") String issuer,
        @DefaultValue("city-certification") String audience,
        @DefaultValue("http://localhost:9000/oauth2/jwks") URI jwkSetUri) {}
