package org.citycertification.scoring.whatif;

import java.util.List;
import java.util.UUID;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.whatif.domain.Effect;
import org.citycertification.scoring.whatif.domain.Tally;

/**
 * What a draft edition would make of the past.
 *
 * @param draft the edition compared with, under the hash that it would be published with
 * @param rows the newest version of each submission, by its id
 * @param leftOut records and submissions that could not be compared
 * @param examples the first of those, with their reasons
 */
public record WhatIfReport(PublishedEdition draft, Tally tally, List<Row> rows, long leftOut, List<String> examples) {

    public WhatIfReport {
        rows = List.copyOf(rows);
        examples = List.copyOf(examples);
    }

    /** One submission. */
    public record Row(UUID submission, long version, String city, EditionId edition, Effect effect) {}
}
