package org.citycertification.scoring;

import org.citycertification.http.bearer.EndpointRules;
import org.citycertification.scoring.edition.CheckEdition;
import org.citycertification.scoring.edition.EditionFormat;
import org.citycertification.scoring.edition.EditionLogs;
import org.citycertification.scoring.edition.EditionTurn;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.PublishEdition;
import org.citycertification.scoring.edition.PublishEditions;
import org.citycertification.scoring.edition.ReadEditions;
import org.citycertification.scoring.edition.RetireEdition;
import org.citycertification.scoring.edition.ShippedEditions;
import org.citycertification.scoring.edition.ShippedTranslations;
import org.citycertification.scoring.scorecard.CheckYourself;
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
    EditionTurn editionTurn(EditionLogs logs) {
        return new EditionTurn(logs);
    }

    @Bean
    PublishEdition publishEdition(EditionFormat format, EditionTurn turn, Editions editions) {
        return new PublishEdition(format, turn, editions);
    }

    @Bean
    RetireEdition retireEdition(EditionTurn turn, Editions editions) {
        return new RetireEdition(turn, editions);
    }

    @Bean
    CheckEdition checkEdition(EditionFormat format, Editions editions) {
        return new CheckEdition(format, editions);
    }

    @Bean
    ReadEditions readEditions(Editions editions, ShippedTranslations translations) {
        return new ReadEditions(editions, translations);
    }

    @Bean
    CheckYourself checkYourself() {
        return new CheckYourself();
    }

    @Bean
    EndpointRules scoringEndpoints() {
        return endpoints -> endpoints
                .requestMatchers(HttpMethod.GET, "/api/editions", "/api/editions/*", "/api/edition-format")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/editions/check")
                .hasRole("coordinator")
                .requestMatchers(HttpMethod.PUT, "/api/editions/*")
                .hasRole("coordinator")
                .requestMatchers(HttpMethod.POST, "/api/editions/*/retirement")
                .hasRole("coordinator")
                .requestMatchers(HttpMethod.POST, "/api/self-check")
                .hasAnyRole("city", "coordinator", "reviewer", "auditor");
    }
}
