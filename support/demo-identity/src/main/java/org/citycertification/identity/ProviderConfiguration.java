package org.citycertification.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycertification.identity.IdentityProperties.Account;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Wires Spring's authorization server with the accounts. */
@Configuration(proxyBeanMethods = false)
class ProviderConfiguration {
    private static final String PASSWORD = "{noop}demo";

    @Bean
    @Order(1)
    SecurityFilterChain provider(HttpSecurity http) throws Exception {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(Customizer.withDefaults());
        });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint("/login"), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain signIn(HttpSecurity http) throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/login", "/error")
                .permitAll()
                .anyRequest()
                .authenticated());
        http.formLogin(Customizer.withDefaults());
        return http.build();
    }

    @Bean
    AuthorizationServerSettings settings(IdentityProperties identity) {
        return AuthorizationServerSettings.builder()
                .issuer(identity.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(IdentityProperties identity) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.at(identity.keyFile())));
    }

    @Bean
    UserDetailsService people(IdentityProperties identity) {
        return new InMemoryUserDetailsManager(identity.everyone().stream()
                .map(account -> User.withUsername(account.name())
                        .password(PASSWORD)
                        .authorities(account.roles().toArray(String[]::new))
                        .build())
                .toList());
    }

    @Bean
    RegisteredClientRepository clients(IdentityProperties identity) {
        var clients = identity.everyone().stream()
                .map(account -> DemoClients.machine(account, identity.tokenLifetime()))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        clients.add(DemoClients.pages(identity.tokenLifetime(), identity.pageAddresses()));
        return new AccountClients(clients);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(IdentityProperties identity) {
        Map<String, Account> byName =
                identity.everyone().stream().collect(Collectors.toUnmodifiableMap(Account::name, Function.identity()));
        return context -> {
            Authentication principal = context.getPrincipal();
            Account account = principal == null ? null : byName.get(DemoClients.accountOf(principal.getName()));
            if (account != null) {
                addClaims(context, account, identity.audience());
            }
        };
    }

    private static void addClaims(JwtEncodingContext context, Account account, String audience) {
        boolean idToken = "id_token".equals(context.getTokenType().getValue());
        context.getClaims().claims(claims -> {
            if (!idToken) {
                claims.put("aud", List.of(audience));
            }
            claims.put("roles", account.roles());
            claims.put("person", account.person());
            if (account.city() != null) {
                claims.put("city_id", account.city());
            }
        });
    }
}
