package org.citycertification.http.bearer;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who sends a request, from the token alone; a controller takes it as a parameter.
 *
 * @param issuer who vouches for the token
 * @param subject the account or machine client at the issuer
 * @param person the human being behind the account; compare this, never {@code subject}, where people are counted
 * @param roles what the caller may do, as the issuer says
 * @param cityId the organisation the caller acts for, {@code null} for staff
 */
public record Caller(
        String issuer,
        String subject,
        String person,
        Set<String> roles,
        @Nullable String cityId) {

    public Caller {
        roles = Collections.unmodifiableSet(new LinkedHashSet<>(roles));
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    static Caller of(Jwt token) {
        return new Caller(
                Objects.requireNonNull(token.getClaimAsString("iss")),
                Objects.requireNonNull(token.getSubject()),
                Objects.requireNonNull(token.getClaimAsString("person")),
                roles(token),
                token.getClaimAsString("city_id"));
    }

    static Set<String> roles(Jwt token) {
        var roles = new LinkedHashSet<String>();
        if (token.getClaims().get("roles") instanceof List<?> claimed) {
            claimed.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .forEach(roles::add);
        }
        return roles;
    }
}
