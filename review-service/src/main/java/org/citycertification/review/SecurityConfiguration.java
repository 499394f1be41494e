package org.citycertification.review;

import org.citycertification.http.bearer.EndpointRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may call what; everything not named here is denied. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    EndpointRules reviewEndpoints() {
        return endpoints -> {
            endpoints
                    .requestMatchers(HttpMethod.GET, "/api/cases", "/api/cases/{id}")
                    .hasAnyRole("reviewer", "coordinator", "auditor");
            endpoints.requestMatchers(HttpMethod.GET, "/api/cases/{id}/audit").hasAnyRole("coordinator", "auditor");
            endpoints
                    .requestMatchers(HttpMethod.PUT, "/api/cases/{id}/findings")
                    .hasRole("reviewer");
            endpoints
                    .requestMatchers(HttpMethod.POST, "/api/cases/{id}/approvals", "/api/cases/{id}/returns")
                    .hasRole("reviewer");
        };
    }
}
