package org.citycertification.pages.signin;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in.
 *
 * @param issuer name of the OpenID provider in its tokens; the same as {@code http.security.issuer} unless set
 * @param clientId under which the provider knows the pages
 * @param clientSecret that goes with it
 * @param authorizationUri where the browser is sent to sign in
 * @param tokenUri where this service exchanges the code; the browser never comes there
 * @param endSessionUri where the browser is sent to sign out
 * @param redirectUri where the browser comes back; set it to the public address behind a proxy
 * @param signedOutUri where the browser comes back after signing out; set it likewise
 */
@ConfigurationProperties("pages.sign-in")
record SignInProperties(
        @DefaultValue("http://localhost:9000") String issuer,
        @DefaultValue("pages") String clientId,
        @DefaultValue(SignInProperties.DEMO_SECRET) String clientSecret,

        @DefaultValue("http://localhost:9000/oauth2/authorize")
        URI authorizationUri,

        @DefaultValue("http://localhost:9000/oauth2/token") URI tokenUri,

        @DefaultValue("http://localhost:9000/connect/logout")
        URI endSessionUri,

        @DefaultValue("{baseUrl}/login/oauth2/code/{registrationId}")
        String redirectUri,

        @DefaultValue("{baseUrl}/signed-out") String signedOutUri) {
    /** Everybody knows it, so only the demonstration's provider on this machine may be given it. */
    static final String DEMO_SECRET = "demo-secret";

    SignInProperties {
        if (clientSecret.equals(DEMO_SECRET)
                && !"localhost".equals(URI.create(issuer).getHost())) {
            throw new IllegalArgumentException(
                    "pages.sign-in.client-secret is still the demonstration's; set the one that " + issuer
                            + " gave you");
        }
    }

    String endSessionOrigin() {
        return endSessionUri.getScheme() + "://" + endSessionUri.getAuthority();
    }
}
