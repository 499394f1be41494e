package org.citycertification.notification.notice;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the ledger.
 *
 * @param messageIdDomain right-hand side of every Message-ID; changing it makes retries look like new letters
 * @param contactPatience how long a contact may stay unknown before somebody is alerted
 */
@ConfigurationProperties("notification.notice")
@Validated
record NoticeProperties(
        @DefaultValue("certification.example") @Pattern(regexp = "[a-z0-9-]+(\\.[a-z0-9-]+)+")
        String messageIdDomain,

        @DefaultValue("15m") Duration contactPatience) {}
