package org.citycertification.pages;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Says who may see which page; a service contributes one bean. A page that no rule mentions is denied to everybody. */
@FunctionalInterface
public interface PageRules {

    /** Adds {@code pages.requestMatchers(..).hasRole(..)} lines; the first line that matches a request decides. */
    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages);
}
