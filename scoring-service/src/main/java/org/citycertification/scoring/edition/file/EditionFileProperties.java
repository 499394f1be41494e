package org.citycertification.scoring.edition.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where editions come from.
 *
 * @param files pattern of the YAML files that this instance publishes
 * @param translations pattern of the YAML files with translations of editions that were published without them
 */
@ConfigurationProperties("scoring.edition")
record EditionFileProperties(
        @DefaultValue("classpath*:editions/*.yml") String files,

        @DefaultValue("classpath*:editions/translations/*.yml")
        String translations) {}
