package org.citycertification.http.bearer;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Says who may call which endpoint; a service contributes one bean (or several, in their order). What no rule mentions is
 * denied to everybody.
 */
@FunctionalInterface
public interface EndpointRules {

    /** Adds {@code endpoints.requestMatchers(..).hasRole(..)} lines; the first line that matches a request decides. */
    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry endpoints);
}
