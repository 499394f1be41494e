package org.citycertification.scoring;

import org.citycertification.http.bearer.EndpointRules;
import org.citycertification.scoring.edition.EditionLogs;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.PublishEditions;
import org.citycertification.scoring.edition.ShippedEditions;
import org.citycertification.scoring.scorecard.ScoreSubmission;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The one place that makes use cases, and who may call them. */
@Configuration(proxyBeanMethods = false)
class ScoringConfiguration {

    @Bean
    PublishEditions publishEditions(ShippedEditions shipped, EditionLogs logs) {
        return new PublishEditions(shipped, logs);
    }

    @Bean
    ScoreSubmission scoreSubmission(Editions editions) {
        return new ScoreSubmission(editions);
    }

    @Bean
    EndpointRules editionsArePublic() {
        return endpoints -> endpoints
                .requestMatchers(HttpMethod.GET, "/api/editions", "/api/editions/*")
                .permitAll();
    }
}
