package org.citycertification.intake.edition.domain;

import java.time.Instant;

/**
 * That no city can choose an edition any more; what was sent under it before goes on.
 *
 * @param reason why, in the words of whoever retired it
 */
public record Retirement(Instant at, String reason) {}
