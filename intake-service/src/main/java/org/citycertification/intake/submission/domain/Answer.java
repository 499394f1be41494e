package org.citycertification.intake.submission.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a city claims for one criterion.
 *
 * @param met whether it claims to meet it
 * @param checklist ids of the items it ticked, sorted
 * @param evidence what supports the claim, sorted
 * @param comment its own words
 */
public record Answer(
        String criterion,
        boolean met,
        List<String> checklist,
        List<Evidence> evidence,
        @Nullable String comment) {
    public Answer {
        checklist = checklist.stream().sorted().toList();
        evidence = evidence.stream().sorted(Evidence.ORDER).toList();
    }
}
