package org.citycertification.http.bearer;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Judges a token: signed with RS256 or ES256 by a key of the issuer, from that issuer, for this audience, with an end that has
 * not passed (30 s of clock difference allowed), with a subject and a person.
 */
final class BearerTokens implements JwtDecoder {

    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(30);

    private final JwtDecoder decoder;

    BearerTokens(BearerProperties settings, JWKSource<SecurityContext> keys) {
        NimbusJwtDecoder nimbus = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(
                        algorithms -> algorithms.addAll(Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256)))
                .build();
        nimbus.setJwtValidator(validator(settings));
        this.decoder = nimbus;
    }

    @Override
    public Jwt decode(String token) {
        try {
            return decoder.decode(token);
        } catch (JwtException refused) {
            if (refused.getCause() instanceof RemoteKeySourceException) {
                throw new IssuerUnavailable(refused);
            }
            throw refused;
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(BearerProperties settings) {
        var timestamps = new JwtTimestampValidator(CLOCK_DIFFERENCE);
        timestamps.setAllowEmptyExpiryClaim(false);
        return new DelegatingOAuth2TokenValidator<>(List.of(
                timestamps,
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(
                        "aud", audiences -> audiences != null && audiences.contains(settings.audience())),
                new JwtClaimValidator<Object>("sub", BearerTokens::isText),
                new JwtClaimValidator<Object>("person", BearerTokens::isText)));
    }

    private static boolean isText(Object claim) {
        return claim instanceof String text && !text.isBlank();
    }
}
