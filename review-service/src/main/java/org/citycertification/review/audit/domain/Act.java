package org.citycertification.review.audit.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something done to a subject, before it has a place in the trail.
 *
 * @param actor the person, or {@code system:<name>} for a machine
 * @param name kebab-case in the past tense
 */
public record Act(UUID subject, Instant at, String actor, String name, Map<String, String> details) {

    public Act {
        details = Map.copyOf(details);
    }
}
