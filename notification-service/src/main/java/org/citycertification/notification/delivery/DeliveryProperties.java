package org.citycertification.notification.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of sending.
 *
 * @param from address that letters come from
 * @param fromName name beside it
 * @param replyTo address that answers go to; null = {@code from}
 * @param perSecond most letters that one instance sends in a second
 * @param poll wait before looking again when nothing is due
 * @param settleEvery how often notices that wait for a contact, or whose sender died, are looked at
 * @param keepConnection how long an unused connection is kept
 * @param lettersPerConnection after so many letters a new connection is made
 * @param firstRetry wait after the mail server's first 4xx on a letter; doubles each time
 * @param longestRetry longest such wait
 * @param mostDeferrals so many 4xx on one letter, and it is given up
 * @param mostUncertain so many attempts without an answer, and a person has to look
 * @param firstPause wait after the mail server could not be reached; doubles each time
 * @param longestPause longest such wait
 * @param alertAfter age of the oldest due letter from which health is DOWN
 */
@ConfigurationProperties("notification.delivery")
@Validated
record DeliveryProperties(
        @NotNull @DefaultValue("certification@certification.example")
        String from,

        @NotNull @DefaultValue("City Certification") String fromName,
        @Nullable String replyTo,
        @Min(1) @Max(1000) @DefaultValue("20") int perSecond,
        @NotNull @DefaultValue("100ms") Duration poll,
        @NotNull @DefaultValue("1s") Duration settleEvery,
        @NotNull @DefaultValue("30s") Duration keepConnection,
        @Min(1) @DefaultValue("100") int lettersPerConnection,
        @NotNull @DefaultValue("30s") Duration firstRetry,
        @NotNull @DefaultValue("2h") Duration longestRetry,
        @Min(1) @DefaultValue("60") int mostDeferrals,
        @Min(1) @DefaultValue("8") int mostUncertain,
        @NotNull @DefaultValue("1s") Duration firstPause,
        @NotNull @DefaultValue("15s") Duration longestPause,
        @NotNull @DefaultValue("2m") Duration alertAfter) {}
