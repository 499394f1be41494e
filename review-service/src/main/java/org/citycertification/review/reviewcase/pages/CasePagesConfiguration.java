package org.citycertification.review.reviewcase.pages;

import java.util.Set;
import org.citycertification.pages.PageRules;
import org.citycertification.pages.frame.NavigationItem;
import org.citycertification.pages.frame.PageMessages;
import org.citycertification.review.reviewcase.RecordRefusal;
import org.citycertification.review.reviewcase.ShowCase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The pages of this service, and who sees them; every other page is denied. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CasePagesProperties.class)
class CasePagesConfiguration {

    private static final String[] STAFF = {"reviewer", "coordinator", "auditor"};

    @Bean
    PageRules reviewPages() {
        return pages -> {
            pages.requestMatchers(HttpMethod.GET, "/").permitAll();
            pages.requestMatchers(HttpMethod.GET, "/cases", "/cases/{id}").hasAnyRole(STAFF);
            pages.requestMatchers(HttpMethod.GET, "/cases/{id}/approve", "/cases/{id}/return")
                    .hasRole("reviewer");
            pages.requestMatchers(HttpMethod.POST, "/cases/{id}/findings", "/cases/{id}/approve", "/cases/{id}/return")
                    .hasRole("reviewer");
        };
    }

    @Bean
    CasePages casePages(ShowCase showCase, RecordRefusal recordRefusal, CasePagesProperties settings) {
        return new CasePages(showCase, recordRefusal, settings.standard().toString());
    }

    @Bean
    PageMessages reviewMessages() {
        return new PageMessages("messages/review");
    }

    @Bean
    NavigationItem queueItem() {
        return new NavigationItem("nav.cases", "/cases", Set.of(STAFF));
    }
}
