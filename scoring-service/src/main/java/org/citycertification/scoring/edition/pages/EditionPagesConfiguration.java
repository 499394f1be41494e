package org.citycertification.scoring.edition.pages;

import java.util.Set;
import org.citycertification.pages.PageRules;
import org.citycertification.pages.frame.NavigationItem;
import org.citycertification.pages.frame.PageMessages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** The pages of this service, all of them public. */
@Configuration(proxyBeanMethods = false)
class EditionPagesConfiguration {

    @Bean
    PageRules editionPages() {
        return pages -> pages.requestMatchers(HttpMethod.GET, "/", "/editions", "/editions/{id}")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/editions/check")
                .permitAll();
    }

    @Bean
    PageMessages scoringMessages() {
        return new PageMessages("messages/scoring");
    }

    @Bean
    NavigationItem standardItem() {
        return new NavigationItem("nav.standard", "/editions", Set.of());
    }
}
