package org.citycertification.http.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param bodySize the largest accepted request body
 */
@ConfigurationProperties("http.limits")
record LimitsProperties(@DefaultValue("256KB") DataSize bodySize) {}
