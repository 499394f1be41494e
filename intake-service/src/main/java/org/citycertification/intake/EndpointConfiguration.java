package org.citycertification.intake;

import org.citycertification.http.bearer.EndpointRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Says which role may call what; everything that is not named here is refused. */
@Configuration(proxyBeanMethods = false)
class EndpointConfiguration {
    @Bean
    EndpointRules intakeEndpoints() {
        return endpoints -> endpoints
                .requestMatchers(HttpMethod.PUT, "/api/cities/{cityId}")
                .hasRole("coordinator")
                .requestMatchers(HttpMethod.GET, "/api/cities/{cityId}")
                .hasAnyRole("coordinator", "city")
                .requestMatchers(HttpMethod.POST, "/api/submissions")
                .hasRole("city")
                .requestMatchers(
                        HttpMethod.GET,
                        "/api/submissions",
                        "/api/submissions/{submissionId}",
                        "/api/submissions/{submissionId}/assessment")
                .hasAnyRole("city", "coordinator", "auditor");
    }
}
