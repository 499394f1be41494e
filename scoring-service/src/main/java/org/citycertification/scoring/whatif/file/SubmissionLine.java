package org.citycertification.scoring.whatif.file;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collection;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.whatif.WhatIfReport;

/**
 * One line of the CSV file.
 *
 * @param change RISES, FALLS or STAYS
 * @param gained codes of criteria met under the draft only, separated by spaces
 * @param lost codes of criteria met under the submission's own edition only
 */
@JsonPropertyOrder({
    "submission",
    "version",
    "city",
    "edition",
    "metBefore",
    "outOfBefore",
    "levelBefore",
    "metAfter",
    "outOfAfter",
    "levelAfter",
    "change",
    "gained",
    "lost"
})
record SubmissionLine(
        String submission,
        long version,
        String city,
        String edition,
        int metBefore,
        int outOfBefore,
        String levelBefore,
        int metAfter,
        int outOfAfter,
        String levelAfter,
        String change,
        String gained,
        String lost) {

    static SubmissionLine of(WhatIfReport.Row row) {
        var effect = row.effect();
        var before = effect.before();
        var after = effect.after();
        return new SubmissionLine(
                row.submission().toString(),
                row.version(),
                row.city(),
                row.edition().value(),
                before.met(),
                before.outOf(),
                ReportSummary.name(before.level()),
                after.met(),
                after.outOf(),
                ReportSummary.name(after.level()),
                effect.direction() > 0 ? "RISES" : effect.direction() < 0 ? "FALLS" : "STAYS",
                codes(effect.gained()),
                codes(effect.lost()));
    }

    private static String codes(Collection<CriterionCode> codes) {
        return codes.stream().map(CriterionCode::value).sorted().collect(Collectors.joining(" "));
    }
}
