package org.citycertification.review.reviewcase.domain;

import java.util.List;

/**
 * One thing that is missing.
 *
 * @param kind what sort of thing, in the words of scoring, e.g. {@code CHECKLIST_SHORT}
 * @param have how many there are
 * @param need how many are needed
 * @param items those concerned
 * @param text the same in one English sentence
 */
public record Gap(String kind, int have, int need, List<String> items, String text) {
    public Gap {
        items = List.copyOf(items);
    }
}
