package org.citycertification.notification;

import org.citycertification.http.bearer.EndpointRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
    private static final String SUBSCRIBER = "/api/notices/subscribers/*";

    @Bean
    EndpointRules noticeEndpoints() {
        return endpoints -> endpoints
                .requestMatchers(HttpMethod.PUT, SUBSCRIBER)
                .hasRole("coordinator")
                .requestMatchers(HttpMethod.DELETE, SUBSCRIBER)
                .hasRole("coordinator")
                .requestMatchers(HttpMethod.POST, "/api/notices/*/attempts", "/api/notices/*/confirmations")
                .hasAnyRole("operator", "coordinator")
                .requestMatchers(HttpMethod.POST, "/api/notices/sender/resumptions")
                .hasRole("operator")
                .requestMatchers(HttpMethod.GET, "/api/notices", "/api/notices/*")
                .hasAnyRole("operator", "coordinator");
    }
}
