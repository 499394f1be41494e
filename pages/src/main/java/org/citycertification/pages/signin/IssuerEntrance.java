package org.citycertification.pages.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.citycertification.pages.PageEntrance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.web.client.RestClient;

/** The way in through the issuer, by authorization code and proof key, and the way out of both. */
final class IssuerEntrance implements PageEntrance {

    static final String SIGN_IN = "/sign-in";
    static final String SIGNED_OUT = "/signed-out";
    private static final String REGISTRATION = "identity";
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Logger log = LoggerFactory.getLogger(IssuerEntrance.class);

    private final SignInProperties settings;
    private final ClientRegistration registration;

    IssuerEntrance(SignInProperties settings) {
        this.settings = settings;
        this.registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(settings.redirectUri())
                .scope("openid")
                .issuerUri(settings.issuer())
                .authorizationUri(settings.authorizationUri().toString())
                .tokenUri(settings.tokenUri().toString())
                // Not read: the keys come from the one cache that the API uses too. It is asked for all the same.
                .jwkSetUri(settings.issuer())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", settings.endSessionUri().toString()))
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    ClientRegistration registration() {
        return registration;
    }

    @Override
    public List<String> openPaths() {
        return List.of(SIGN_IN, SIGNED_OUT);
    }

    /** Signing out is a form whose answer leads to the issuer; browsers apply the policy to that step, too. */
    @Override
    public List<String> formTargets() {
        return List.of(settings.endSessionOrigin());
    }

    @Override
    public void apply(HttpSecurity http) {
        var registrations = new InMemoryClientRegistrationRepository(registration);
        http.oauth2Login(login -> login.clientRegistrationRepository(registrations)
                .authorizedClientRepository(new NoTokens())
                .loginPage(SIGN_IN)
                .defaultSuccessUrl("/")
                .failureHandler(IssuerEntrance::failed)
                .tokenEndpoint(endpoint -> endpoint.accessTokenResponseClient(tokens()))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(request -> person(request.getIdToken()))));
        var signedOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        signedOut.setPostLogoutRedirectUri(settings.signedOutUri());
        signedOut.setDefaultTargetUrl(SIGNED_OUT);
        http.logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessHandler(signedOut));
        http.requestCache(cache -> cache.requestCache(pagesOnly()));
        http.exceptionHandling(
                handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(SIGN_IN)));
    }

    private static DefaultOidcUser person(OidcIdToken token) {
        var authorities = SignedIn.roles(token).stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return new DefaultOidcUser(authorities, token, "sub");
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        log.info("Signing in failed: {}", String.valueOf(cause.getMessage()).replaceAll("[^\\p{Print}]", "?"));
        response.sendRedirect(SIGN_IN + "?failed");
    }

    /** After signing in one goes on to the page that was asked for, never to a form's target or a picture. */
    @SuppressWarnings("NullAway") // Null is how one does without a parameter in the address; the method lacks the mark.
    private static HttpSessionRequestCache pagesOnly() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && String.valueOf(request.getHeader("Accept")).contains("text/html"));
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    private static RestClientAuthorizationCodeTokenResponseClient tokens() {
        var requests = new JdkClientHttpRequestFactory(
                java.net.http.HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(READ);
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(IssuerEntrance::onceMore)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new org.springframework.http.converter.FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    /**
     * An issuer may close a connection that was kept open just as it is used again, and the HTTP client repeats no POST. A code that was
     * taken nevertheless is refused the second time, and the person signs in anew as after any failure.
     */
    private static ClientHttpResponse onceMore(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try {
            return execution.execute(request, body);
        } catch (ConnectException | HttpTimeoutException away) {
            throw away;
        } catch (IOException broken) {
            return execution.execute(request, body);
        }
    }
}
