package org.citycertification.notification.letter;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what letters say.
 *
 * @param programme name of the programme that writes
 * @param baseUrl address that every link starts with; without one letters hold no links
 */
@ConfigurationProperties("notification.letter")
@Validated
record LetterProperties(
        @DefaultValue("City Certification") @Pattern(regexp = "[^\\p{Cc}\\p{Zl}\\p{Zp}]{1,80}")
        String programme,

        @Nullable @Pattern(regexp = "https?://[A-Za-z0-9.:/_-]+")
        String baseUrl) {}
