package org.citycertification.scoring.whatif.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.whatif.WhatIfReport;
import org.citycertification.scoring.whatif.domain.Tally;

/** The report as the page shows it: every width and shade is worked out here, the template only places them. */
record ReportPage(
        String draft,
        String draftName,
        String contentHash,
        int submissions,
        long rising,
        long staying,
        long falling,
        List<String> levels,
        List<MatrixRow> matrix,
        List<Bar> bars,
        int chartHeight,
        long byThresholdsAlone,
        long leftOut,
        List<String> examples) {

    /** Bars on either side of the middle are at most so long, in the units of the drawing. */
    private static final int LONGEST_BAR = 200;

    /** From one bar to the next; the template uses the same. */
    private static final int BAR_PITCH = 24;

    private static final int MARGIN = 8;
    private static final int SHADES = 5;

    /** Submissions that have one level now, by their level under the draft. */
    record MatrixRow(String from, List<Cell> cells) {}

    /** @param style name of the shade: how many there are, and whether they rise, fall or stay */
    record Cell(String to, long submissions, String style) {}

    /**
     * One criterion.
     *
     * @param title empty if the draft does not have it
     * @param lostWidth length of the bar to the left
     * @param gainedWidth length of the bar to the right
     */
    record Bar(
            String code,
            String title,
            boolean dropped,
            long lost,
            int lostWidth,
            long gained,
            int gainedWidth,
            long levelChanges) {}

    static ReportPage of(WhatIfReport report) {
        var tally = report.tally();
        var edition = report.draft().edition();
        return new ReportPage(
                edition.id().value(),
                edition.name(),
                report.draft().hash().hex(),
                report.rows().size(),
                tally.rising(),
                tally.staying(),
                tally.falling(),
                allLevels().map(ReportSummary::name).toList(),
                allLevels().map(from -> row(from, tally)).toList(),
                bars(report),
                tally.criteria().size() * BAR_PITCH + MARGIN,
                tally.byThresholdsAlone(),
                report.leftOut(),
                report.examples());
    }

    private static Stream<Optional<CertificationLevel>> allLevels() {
        return Stream.concat(
                Stream.of(Optional.<CertificationLevel>empty()),
                Stream.of(CertificationLevel.values()).map(Optional::of));
    }

    private static MatrixRow row(Optional<CertificationLevel> from, Tally tally) {
        return new MatrixRow(
                ReportSummary.name(from),
                allLevels().map(to -> cell(from, to, tally)).toList());
    }

    private static Cell cell(Optional<CertificationLevel> from, Optional<CertificationLevel> to, Tally tally) {
        long most =
                tally.moves().stream().mapToLong(Tally.Move::submissions).max().orElse(1);
        long count = tally.moves().stream()
                .filter(move -> move.from().equals(from) && move.to().equals(to))
                .mapToLong(Tally.Move::submissions)
                .sum();
        int direction = new Tally.Move(from, to, count).direction();
        String sort = direction > 0 ? "rises" : direction < 0 ? "falls" : "stays";
        long shade = count == 0 ? 0 : 1 + (SHADES - 1) * count / most;
        return new Cell(ReportSummary.name(to), count, count == 0 ? "nobody" : sort + "-" + shade);
    }

    private static List<Bar> bars(WhatIfReport report) {
        var effects = report.tally().criteria();
        long most = effects.stream()
                .mapToLong(effect -> Math.max(effect.gained(), effect.lost()))
                .max()
                .orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (var effect : effects) {
            var criterion = report.draft().edition().criterion(effect.criterion());
            bars.add(bar(effect, criterion, most));
        }
        return bars;
    }

    private static Bar bar(Tally.CriterionEffect effect, Optional<Criterion> criterion, long most) {
        CriterionCode code = effect.criterion();
        return new Bar(
                code.value(),
                criterion.map(Criterion::title).orElse(""),
                criterion.isEmpty(),
                effect.lost(),
                width(effect.lost(), most),
                effect.gained(),
                width(effect.gained(), most),
                effect.levelChanges());
    }

    private static int width(long count, long most) {
        return count == 0 ? 0 : (int) Math.max(1, LONGEST_BAR * count / most);
    }
}
