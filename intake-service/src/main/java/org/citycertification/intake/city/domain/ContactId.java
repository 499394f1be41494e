package org.citycertification.intake.city.domain;

import java.util.UUID;

/** Name of a contact; the only thing about a person that other topics may carry. */
public record ContactId(UUID value) {}
