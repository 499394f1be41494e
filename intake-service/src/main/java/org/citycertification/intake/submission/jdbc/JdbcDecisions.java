package org.citycertification.intake.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.citycertification.intake.submission.Standing;
import org.citycertification.intake.submission.domain.CertificationLevel;
import org.citycertification.intake.submission.domain.Decision;
import org.citycertification.intake.submission.domain.Decision.Area;
import org.citycertification.intake.submission.domain.Decision.RoadmapStep;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.citycertification.intake.submission.domain.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Released decisions in the tables {@code decision}, {@code decided_area} and {@code roadmap_step}. */
@Component
class JdbcDecisions {
    private final JdbcClient jdbc;

    JdbcDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Standing standing, Decision decision) {
        Tally tally = decision.tally();
        CertificationLevel level = tally.level();
        Instant embargo = decision.embargoUntil();
        jdbc.sql("""
                        insert into decision (submission_id, city_id, submission_version, released_at, level, met,
                          out_of, embargo_until)
                        values (:id, :city, :version, :released, :level, :met, :outOf, :embargo)""")
                .param("id", standing.id().value())
                .param("city", standing.city().value())
                .param("version", decision.submissionVersion())
                .param("released", decision.releasedAt().atOffset(ZoneOffset.UTC))
                .param("level", level == null ? null : level.name(), Types.VARCHAR)
                .param("met", tally.met())
                .param("outOf", tally.outOf())
                .param(
                        "embargo",
                        embargo == null ? null : embargo.atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        for (int position = 0; position < decision.areas().size(); position++) {
            add(standing, position, decision.areas().get(position));
        }
        for (int position = 0; position < decision.roadmap().size(); position++) {
            add(standing, position, decision.roadmap().get(position));
        }
    }

    private void add(Standing standing, int position, Area area) {
        jdbc.sql("""
                        insert into decided_area (submission_id, list_position, city_id, area, name, met, out_of)
                        values (:id, :position, :city, :area, :name, :met, :outOf)""")
                .param("id", standing.id().value())
                .param("position", position)
                .param("city", standing.city().value())
                .param("area", area.code())
                .param("name", area.name())
                .param("met", area.met())
                .param("outOf", area.outOf())
                .update();
    }

    private void add(Standing standing, int position, RoadmapStep step) {
        jdbc.sql("""
                        insert into roadmap_step
                          (submission_id, list_position, city_id, area, criterion, title, missing)
                        values (:id, :position, :city, :area, :criterion, :title, :missing)""")
                .param("id", standing.id().value())
                .param("position", position)
                .param("city", standing.city().value())
                .param("area", step.area())
                .param("criterion", step.criterion())
                .param("title", step.title())
                .param("missing", step.missing().toArray(String[]::new))
                .update();
    }

    Optional<Decision> find(SubmissionId submission) {
        return jdbc.sql("""
                        select submission_version, released_at, level, met, out_of, embargo_until
                        from decision where submission_id = :id""")
                .param("id", submission.value())
                .query((row, number) -> decision(row, submission))
                .optional();
    }

    private Decision decision(ResultSet row, SubmissionId submission) throws SQLException {
        return new Decision(
                row.getInt("submission_version"),
                Columns.instant(row, "released_at"),
                new Tally(row.getInt("met"), row.getInt("out_of"), Columns.level(row.getString("level"))),
                areas(submission),
                roadmap(submission),
                Columns.nullableInstant(row, "embargo_until"));
    }

    private List<Area> areas(SubmissionId submission) {
        return jdbc.sql("""
                        select area, name, met, out_of from decided_area
                        where submission_id = :id order by list_position""")
                .param("id", submission.value())
                .query((row, number) ->
                        new Area(row.getString("area"), row.getString("name"), row.getInt("met"), row.getInt("out_of")))
                .list();
    }

    private List<RoadmapStep> roadmap(SubmissionId submission) {
        return jdbc.sql("""
                        select area, criterion, title, missing from roadmap_step
                        where submission_id = :id order by list_position""")
                .param("id", submission.value())
                .query((row, number) -> new RoadmapStep(
                        row.getString("area"), row.getString("criterion"), row.getString("title"), List.of((String[])
                                row.getArray("missing").getArray())))
                .list();
    }
}
