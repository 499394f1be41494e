package org.citycertification.scoring.edition.web;

import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.ReadEditions.ReadableEdition;
import org.jspecify.annotations.Nullable;

/** One line of the list of editions. */
record EditionSummary(
        String id,
        String name,
        boolean illustrative,
        String note,
        int criteria,
        String contentHash,
        @Nullable RetirementView retired) {

    static EditionSummary of(ReadableEdition readable) {
        var edition = readable.edition().edition();
        return new EditionSummary(
                edition.id().value(),
                readable.wording().name(),
                edition.illustrative(),
                readable.wording().note(),
                edition.criteria().size(),
                readable.edition().hash().hex(),
                RetirementView.of(readable.edition().retirement()));
    }

    /** In the wording that counts. */
    static EditionSummary of(PublishedEdition published) {
        var edition = published.edition();
        return new EditionSummary(
                edition.id().value(),
                edition.name(),
                edition.illustrative(),
                edition.note(),
                edition.criteria().size(),
                published.hash().hex(),
                RetirementView.of(published.retirement()));
    }
}
