package org.citycertification.intake.submission.jdbc;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.submission.Progress;
import org.citycertification.intake.submission.Standing;
import org.citycertification.intake.submission.domain.CaseNews;
import org.citycertification.intake.submission.domain.Outcome;
import org.citycertification.intake.submission.domain.Outcome.Moved;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Moves submissions on in the database. */
@Repository
class JdbcProgress implements Progress {
    private final JdbcClient jdbc;
    private final JdbcTimeline timeline;
    private final JdbcDecisions decisions;

    JdbcProgress(JdbcClient jdbc, JdbcTimeline timeline, JdbcDecisions decisions) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.decisions = decisions;
    }

    @Override
    public Optional<Standing> lock(SubmissionId id) {
        return jdbc.sql("""
                        select s.city_id, s.state, d.level
                        from submission s left join decision d using (submission_id)
                        where submission_id = :id for update of s""")
                .param("id", id.value())
                .query((row, number) -> new Standing(
                        id,
                        new CityId(row.getString("city_id")),
                        Columns.state(row.getString("state"), Columns.level(row.getString("level")))))
                .optional();
    }

    @Override
    public void record(Standing standing, CaseNews news, Outcome outcome) {
        jdbc.sql("""
                        insert into case_news (event_id, submission_id, city_id, case_id, kind, occurred_at, outcome)
                        values (:event, :id, :city, :case, :kind, :at, :outcome)""")
                .param("event", news.eventId())
                .param("id", standing.id().value())
                .param("city", standing.city().value())
                .param("case", news.caseId())
                .param("kind", news.getClass().getSimpleName().toUpperCase(Locale.ROOT))
                .param("at", news.at().atOffset(ZoneOffset.UTC))
                .param("outcome", outcome.label())
                .update();
        if (outcome instanceof Moved moved) {
            move(standing, moved);
            timeline.add(standing.id(), standing.city(), moved.entry());
            if (news instanceof CaseNews.Released released) {
                decisions.add(standing, released.decision());
            }
        }
    }

    private void move(Standing standing, Moved moved) {
        jdbc.sql("""
                        update submission set state = :state, closed_at = case when :open then null else :at end
                        where submission_id = :id""")
                .param("state", moved.to().name())
                .param("open", moved.to().isOpen())
                .param("at", moved.entry().at().atOffset(ZoneOffset.UTC))
                .param("id", standing.id().value())
                .update();
    }
}
