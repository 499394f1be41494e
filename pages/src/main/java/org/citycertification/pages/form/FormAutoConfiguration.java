package org.citycertification.pages.form;

import org.citycertification.http.idempotency.Idempotency;
import org.citycertification.http.idempotency.IdempotencyAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** Offers {@link Forms} where there is a database to remember in. */
@AutoConfiguration(after = IdempotencyAutoConfiguration.class)
@ConditionalOnBean(Idempotency.class)
public class FormAutoConfiguration {

    @Bean
    Forms forms(Idempotency idempotency) {
        return new Forms(idempotency);
    }
}
