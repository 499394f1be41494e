package org.citycertification.scoring.edition.file;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where editions come from.
 *
 * @param files pattern of the YAML files that this instance publishes
 */
@ConfigurationProperties("scoring.edition")
record EditionFileProperties(
        @DefaultValue("classpath*:editions/*.yml") String files) {}
