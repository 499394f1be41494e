package org.citycertification.scoring.whatif.file;

import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.whatif.WhatIfReport;
import org.citycertification.scoring.whatif.domain.Tally;

/**
 * The JSON file.
 *
 * @param draft id of the draft
 * @param contentHash hash that it would be published with
 * @param levelChangesByThresholdsAlone level changes to which no criterion contributes
 * @param leftOut records that could not be compared
 */
record ReportSummary(
        String draft,
        String contentHash,
        int submissions,
        long rising,
        long staying,
        long falling,
        List<Move> moves,
        List<CriterionLine> criteria,
        long levelChangesByThresholdsAlone,
        long leftOut,
        List<String> examplesLeftOut) {

    /** Levels are NONE, SILVER, GOLD, PLATINUM. */
    record Move(String from, String to, long submissions) {}

    /** As {@link Tally.CriterionEffect}. */
    record CriterionLine(String criterion, long gained, long lost, long levelChanges) {
        static CriterionLine of(Tally.CriterionEffect effect) {
            return new CriterionLine(effect.criterion().value(), effect.gained(), effect.lost(), effect.levelChanges());
        }
    }

    static ReportSummary of(WhatIfReport report) {
        var tally = report.tally();
        return new ReportSummary(
                report.draft().edition().id().value(),
                report.draft().hash().hex(),
                report.rows().size(),
                tally.rising(),
                tally.staying(),
                tally.falling(),
                tally.moves().stream()
                        .map(move -> new Move(name(move.from()), name(move.to()), move.submissions()))
                        .toList(),
                tally.criteria().stream().map(CriterionLine::of).toList(),
                tally.byThresholdsAlone(),
                report.leftOut(),
                report.examples());
    }

    static String name(Optional<CertificationLevel> level) {
        return level.map(Enum::name).orElse("NONE");
    }
}
