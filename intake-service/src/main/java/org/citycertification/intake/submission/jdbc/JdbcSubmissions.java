package org.citycertification.intake.submission.jdbc;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.city.domain.CityRecord;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.submission.Place;
import org.citycertification.intake.submission.SubmissionSummary;
import org.citycertification.intake.submission.Submissions;
import org.citycertification.intake.submission.domain.ContentHash;
import org.citycertification.intake.submission.domain.CycleId;
import org.citycertification.intake.submission.domain.NewSubmission;
import org.citycertification.intake.submission.domain.Submission;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.citycertification.intake.submission.domain.SubmissionState;
import org.citycertification.intake.submission.domain.TimelineEntry;
import org.citycertification.intake.submission.domain.TimelineEntry.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Submissions and their versions in the database. */
@Repository
class JdbcSubmissions implements Submissions {
    private final JdbcClient jdbc;
    private final JdbcDecisions decisions;
    private final JdbcTimeline timeline;

    JdbcSubmissions(JdbcClient jdbc, JdbcDecisions decisions, JdbcTimeline timeline) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.timeline = timeline;
    }

    @Override
    public boolean add(NewSubmission submission) {
        int added = jdbc.sql("""
                        insert into submission
                          (submission_id, city_id, cycle_id, version, published_version, state, received_at)
                        values (:id, :city, :cycle, :version, :version, :state, :received)
                        on conflict (city_id, cycle_id) where closed_at is null do nothing""")
                .param("id", submission.id().value())
                .param("city", submission.city().id().value())
                .param("cycle", submission.cycle().value())
                .param("version", NewSubmission.VERSION)
                .param("state", SubmissionState.RECEIVED.name())
                .param("received", submission.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return false;
        }
        addVersion(submission);
        timeline.add(
                submission.id(),
                submission.city().id(),
                new TimelineEntry(submission.receivedAt(), Step.RECEIVED, null));
        return true;
    }

    private void addVersion(NewSubmission submission) {
        CityRecord city = submission.city().record();
        jdbc.sql("""
                        insert into submission_version
                          (submission_id, version, city_id, edition_id, assessment, content_hash, city_name, country,
                           subdivision, population, population_year, population_source, contact_ids, submitted_by,
                           received_at)
                        values (:id, :version, :city, :edition, :assessment, :hash, :name, :country, :subdivision,
                           :population, :year, :source, :contacts, :person, :received)""")
                .param("id", submission.id().value())
                .param("version", NewSubmission.VERSION)
                .param("city", submission.city().id().value())
                .param("edition", submission.assessment().edition().value())
                .param("assessment", submission.assessment().canonicalText())
                .param("hash", submission.contentHash().value())
                .param("name", city.name())
                .param("country", city.country())
                .param("subdivision", city.subdivision())
                .param("population", city.population().count())
                .param("year", city.population().year())
                .param("source", city.population().source())
                .param("contacts", contactIds(submission))
                .param("person", submission.submittedBy())
                .param("received", submission.receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static UUID[] contactIds(NewSubmission submission) {
        return submission.city().contacts().stream()
                .map(contact -> contact.id().value())
                .toArray(UUID[]::new);
    }

    @Override
    public Optional<SubmissionId> findOpen(CityId city, CycleId cycle) {
        return jdbc.sql("""
                        select submission_id from submission
                        where city_id = :city and cycle_id = :cycle and closed_at is null""")
                .param("city", city.value())
                .param("cycle", cycle.value())
                .query((row, number) -> new SubmissionId(row.getObject("submission_id", UUID.class)))
                .optional();
    }

    @Override
    public Optional<Submission> find(SubmissionId id) {
        var decision = decisions.find(id);
        return jdbc.sql("""
                        select s.city_id, s.cycle_id, s.version, s.state, s.received_at, v.edition_id, v.content_hash
                        from submission s join submission_version v using (submission_id, version)
                        where submission_id = :id""")
                .param("id", id.value())
                .query((row, number) -> new Submission(
                        id,
                        new CityId(row.getString("city_id")),
                        new CycleId(row.getString("cycle_id")),
                        new EditionId(row.getString("edition_id")),
                        row.getInt("version"),
                        new ContentHash(row.getString("content_hash")),
                        Columns.instant(row, "received_at"),
                        Columns.state(
                                row.getString("state"),
                                decision.map(made -> made.tally().level()).orElse(null)),
                        timeline.of(id),
                        decision.orElse(null)))
                .optional();
    }

    @Override
    public Optional<String> findAssessment(SubmissionId id) {
        return jdbc.sql("""
                        select v.assessment from submission s join submission_version v using (submission_id, version)
                        where submission_id = :id""").param("id", id.value()).query(String.class).optional();
    }

    @Override
    public List<SubmissionSummary> newest(@Nullable Place after, int limit) {
        String from = after == null ? "" : "where (s.received_at, s.submission_id) < (:at, :id)";
        var statement = jdbc.sql("""
                        select s.submission_id, s.received_at, s.version, s.city_id, s.state, v.edition_id, d.level
                        from submission s join submission_version v using (submission_id, version)
                        left join decision d using (submission_id)
                        %s order by s.received_at desc, s.submission_id desc limit :limit""".formatted(from)).param("limit", limit);
        if (after != null) {
            statement = statement
                    .param("at", after.receivedAt().atOffset(ZoneOffset.UTC))
                    .param("id", after.id().value());
        }
        return statement
                .query((row, number) -> new SubmissionSummary(
                        new Place(
                                Columns.instant(row, "received_at"),
                                new SubmissionId(row.getObject("submission_id", UUID.class))),
                        row.getInt("version"),
                        new CityId(row.getString("city_id")),
                        new EditionId(row.getString("edition_id")),
                        Columns.state(row.getString("state"), Columns.level(row.getString("level")))))
                .list();
    }
}
