package org.citycertification.pages.frame;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How pages look.
 *
 * @param zone in which times are shown; its name stands beside each
 */
@ConfigurationProperties("pages")
record PagesProperties(@DefaultValue("UTC") ZoneId zone) {}
