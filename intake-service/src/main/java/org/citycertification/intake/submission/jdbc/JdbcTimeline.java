package org.citycertification.intake.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.citycertification.intake.submission.domain.Tally;
import org.citycertification.intake.submission.domain.TimelineEntry;
import org.citycertification.intake.submission.domain.TimelineEntry.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Timelines in the table {@code timeline_entry}; the submission's row is locked while one grows. */
@Component
class JdbcTimeline {
    private final JdbcClient jdbc;

    JdbcTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SubmissionId submission, CityId city, TimelineEntry entry) {
        Tally tally = entry.tally();
        jdbc.sql("""
                        insert into timeline_entry
                          (submission_id, entry_number, city_id, happened_at, step, met, out_of, level)
                        select :id, 1 + count(*), :city, :at, :step, :met, :outOf, :level
                        from timeline_entry where submission_id = :id""")
                .param("id", submission.value())
                .param("city", city.value())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("step", entry.step().name())
                .param("met", tally == null ? null : tally.met(), java.sql.Types.INTEGER)
                .param("outOf", tally == null ? null : tally.outOf(), java.sql.Types.INTEGER)
                .param(
                        "level",
                        tally == null || tally.level() == null
                                ? null
                                : tally.level().name(),
                        java.sql.Types.VARCHAR)
                .update();
    }

    List<TimelineEntry> of(SubmissionId submission) {
        return jdbc.sql("""
                        select happened_at, step, met, out_of, level from timeline_entry
                        where submission_id = :id order by entry_number""")
                .param("id", submission.value())
                .query((row, number) -> new TimelineEntry(
                        Columns.instant(row, "happened_at"), Step.valueOf(row.getString("step")), tally(row)))
                .list();
    }

    private static @Nullable Tally tally(ResultSet row) throws SQLException {
        int met = row.getInt("met");
        return row.wasNull() ? null : new Tally(met, row.getInt("out_of"), Columns.level(row.getString("level")));
    }
}
