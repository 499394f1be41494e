package org.citycertification.intake.erasure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the contact topic is moved on.
 *
 * @param tickEvery time between two ticks, whichever instance writes them
 * @param lookEvery how often an instance looks whether a tick is due
 */
@ConfigurationProperties("intake.erasure")
record ErasureProperties(
        @DefaultValue("1h") Duration tickEvery,
        @DefaultValue("1m") Duration lookEvery) {}
