package org.citycertification.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.citycertification.identity.IdentityProperties.Account;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The programs that may ask for tokens. */
final class DemoClients {
    private static final String SUFFIX = "-client";
    private static final String SECRET = "{noop}demo-secret";

    private DemoClients() {}

    /** For curl and scripts: acts as the person of the account. */
    static RegisteredClient machine(Account account, Duration lifetime) {
        String id = account.name() + SUFFIX;
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens(lifetime))
                .build();
    }

    /** For the pages of the services: a person signs in here and goes back there. */
    static RegisteredClient pages(Duration lifetime, List<URI> addresses) {
        return RegisteredClient.withId("pages")
                .clientId("pages")
                .clientSecret(SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(allowed -> addresses.forEach(page -> allowed.add(page + "/login/oauth2/code/identity")))
                .postLogoutRedirectUris(allowed -> addresses.forEach(page -> allowed.add(page + "/signed-out")))
                .scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(tokens(lifetime))
                .build();
    }

    private static TokenSettings tokens(Duration lifetime) {
        return TokenSettings.builder().accessTokenTimeToLive(lifetime).build();
    }

    /** Name of the account that a user or a machine client stands for. */
    static String accountOf(String principal) {
        return principal.endsWith(SUFFIX) ? principal.substring(0, principal.length() - SUFFIX.length()) : principal;
    }
}
