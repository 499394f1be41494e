package org.citycertification.http.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An issuer that consists of a key and a file with its public half; everybody it speaks of is invented. */
public final class TestTokens {

    /** What {@code http.security.issuer} is by default. */
    public static final String ISSUER = "http://localhost:9000";

    /** What {@code http.security.audience} is by default. */
    public static final String AUDIENCE = "city-certification";

    private final RSAKey key;
    private final Path keySet;

    private TestTokens(RSAKey key, Path keySet) {
        this.key = key;
        this.keySet = keySet;
    }

    public static TestTokens create() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
            Path file = Files.createTempFile("test-tokens", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, new JWKSet(key.toPublicJWK()).toString());
            return new TestTokens(key, file);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The value for {@code http.security.jwk-set-uri}. */
    public URI keySet() {
        return keySet.toUri();
    }

    /** The signing key, for tests that sign something out of the ordinary. */
    public RSAKey key() {
        return key;
    }

    /** A staff token: subject {@code name}, person {@code person-<name>}. */
    public String of(String name, String... roles) {
        return sign(claims(name, roles).build());
    }

    /** A city's token. */
    public String ofCity(String name, String cityId) {
        return sign(claims(name, "city").claim("city_id", cityId).build());
    }

    /** Claims that are accepted as they are, to be changed by the caller. */
    public static JWTClaimsSet.Builder claims(String name, String... roles) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(name)
                .claim("person", "person-" + name)
                .claim("roles", List.of(roles))
                .issueTime(Date.from(now.minus(Duration.ofMinutes(5))))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(30))));
    }

    /** {@code claims} signed with RS256. */
    public String sign(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
