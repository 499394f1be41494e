package org.citycertification.intake.running;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
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
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issuer of tokens that consists of a key and a file. */
final class Tokens {
    private final RSAKey key;

    Tokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the public key is. */
    URI keySet() {
        try {
            Path file = Files.createTempFile("intake-keys-", ".json");
            file.toFile().deleteOnExit();
            Files.writeString(file, publicKeys());
            return file.toUri();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public key as an issuer would answer it. */
    String publicKeys() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** A token of staff with these roles. */
    String of(String name, String... roles) {
        return signed(name, null, roles);
    }

    /** A token of somebody of a city. */
    String ofCity(String name, String city) {
        return signed(name, city, "city");
    }

    private String signed(String name, @Nullable String city, String... roles) {
        var claims = new JWTClaimsSet.Builder()
                .issuer("http://localhost:9000")
                .audience("city-certification")
                .subject(name)
                .claim("person", "person-" + name)
                .claim("roles", List.of(roles))
                .claim("city_id", city)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("test")
                .type(JOSEObjectType.JWT)
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
