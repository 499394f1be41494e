package org.citycertification.pages.signin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.citycertification.http.bearer.Caller;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/**
 * Who looks at a page; a page's controller takes it as a parameter, as the API's take a {@link Caller}.
 *
 * @param caller the same person in the words of the API
 */
public record SignedIn(Caller caller) {

    static SignedIn of(OidcIdToken token) {
        return new SignedIn(new Caller(
                Objects.requireNonNull(token.getIssuer()).toString(),
                Objects.requireNonNull(token.getSubject()),
                Objects.requireNonNull(token.getClaimAsString("person")),
                roles(token),
                token.getClaimAsString("city_id")));
    }

    static Set<String> roles(OidcIdToken token) {
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
