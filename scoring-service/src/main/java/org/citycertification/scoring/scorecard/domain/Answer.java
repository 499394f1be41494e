package org.citycertification.scoring.scorecard.domain;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.CriterionCode;

/**
 * A city's answer to one criterion.
 *
 * @param claimed whether the city says that it meets the criterion
 * @param ticked the checklist items that the city says are true of it
 */
public record Answer(CriterionCode criterion, boolean claimed, Set<ChecklistItemId> ticked, List<Evidence> evidence) {

    public Answer {
        ticked = Collections.unmodifiableSet(new TreeSet<>(ticked));
        evidence = List.copyOf(evidence);
    }
}
