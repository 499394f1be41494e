package org.citycertification.http.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep how long an answer is given again
 * @param waitForFirst how long a repeated request waits for the first
 * @param purgeEvery time between two clean-ups
 */
@ConfigurationProperties("http.idempotency")
record IdempotencyProperties(
        @DefaultValue("30d") Duration keep,
        @DefaultValue("5s") Duration waitForFirst,
        @DefaultValue("1h") Duration purgeEvery) {}
