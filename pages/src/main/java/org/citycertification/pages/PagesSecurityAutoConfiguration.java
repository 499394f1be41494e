package org.citycertification.pages;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.citycertification.http.problem.ProblemAutoConfiguration;
import org.citycertification.http.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The filter chain of the pages, beside the API's: that one takes tokens and no session, this one the other way round. */
@AutoConfiguration(after = ProblemAutoConfiguration.class, before = ServletWebSecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class PagesSecurityAutoConfiguration {

    /** No script at all, and nothing from elsewhere. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 15)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            ProblemWriter problems,
            ObjectProvider<PageRules> rules,
            ObjectProvider<PageEntrance> entrance,
            ObjectProvider<RequestMappingHandlerMapping> pages) {
        var refusals = new PageRefusals(problems);
        List<String> open =
                entrance.stream().flatMap(way -> way.openPaths().stream()).toList();
        http.securityMatcher(PagePaths::isPage);
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                    .permitAll();
            requests.requestMatchers(HttpMethod.GET, "/assets/**").permitAll();
            open.forEach(path -> requests.requestMatchers(path).permitAll());
            rules.orderedStream().forEach(rule -> rule.apply(requests));
            requests.anyRequest().access(new UnknownPages(pages));
        });
        http.exceptionHandling(handling -> handling.accessDeniedHandler(refusals));
        http.headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(policy(entrance)))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()")));
        PageEntrance way = entrance.getIfAvailable();
        if (way == null) {
            withoutEntrance(http, refusals);
        } else {
            way.apply(http);
        }
        return http.build();
    }

    /** Nobody's session can be misused where there is none, and a token against that would need one. */
    private static void withoutEntrance(HttpSecurity http, PageRefusals refusals) {
        http.csrf(AbstractHttpConfigurer::disable);
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.requestCache(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable);
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(refusals));
    }

    private static String policy(ObjectProvider<PageEntrance> entrance) {
        return POLICY
                + entrance.stream()
                        .flatMap(way -> way.formTargets().stream())
                        .reduce("", (all, one) -> all + " " + one);
    }
}
