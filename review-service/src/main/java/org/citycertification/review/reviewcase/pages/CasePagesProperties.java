package org.citycertification.review.reviewcase.pages;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the reviewers' pages link to.
 *
 * @param standard public address of the pages of the standard
 */
@ConfigurationProperties("review.pages")
record CasePagesProperties(
        @DefaultValue("http://localhost:8200/editions") URI standard) {}
