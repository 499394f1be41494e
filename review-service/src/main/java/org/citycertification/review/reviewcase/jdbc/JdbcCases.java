package org.citycertification.review.reviewcase.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citycertification.messaging.headers.StoredTraces;
import org.citycertification.review.reviewcase.CaseFilter;
import org.citycertification.review.reviewcase.CaseSummary;
import org.citycertification.review.reviewcase.Cases;
import org.citycertification.review.reviewcase.domain.Approval;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.Return;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Round;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Repository
@Transactional(propagation = Propagation.MANDATORY)
class JdbcCases implements Cases {

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final CaseList list;
    private final CaseWrites writes;

    JdbcCases(JdbcClient jdbc, JsonMapper json, StoredTraces traces) {
        this.jdbc = jdbc;
        this.rows = new CaseRows(jdbc, json);
        this.list = new CaseList(jdbc);
        this.writes = new CaseWrites(jdbc, json, traces);
    }

    /** Several statements see one state of the case. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<ReviewCase> find(CaseId id) {
        return head(id, "").map(rows::assemble);
    }

    @Override
    public Optional<ReviewCase> lock(CaseId id) {
        return head(id, " for update").map(rows::assemble);
    }

    private Optional<CaseRows.Head> head(CaseId id, String lock) {
        return jdbc.sql("select * from review_case where case_id = :id" + lock)
                .param("id", id.value())
                .query((row, n) -> CaseRows.Head.of(row))
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseSummary> list(CaseFilter filter) {
        return list.list(filter);
    }

    @Override
    public void open(UnderReview reviewCase, Instant at) {
        writes.insertCase(reviewCase, at);
        keepVersion(reviewCase, at);
    }

    @Override
    public void replace(UnderReview reviewCase, Instant at) {
        keepVersion(reviewCase, at);
        writes.moveCase(reviewCase);
    }

    private void keepVersion(UnderReview reviewCase, Instant at) {
        Scorecard scorecard = reviewCase.file().scorecard();
        writes.insertScorecard(reviewCase.file().id(), scorecard, at);
        writes.insertRound(reviewCase.file().id(), reviewCase.current());
    }

    @Override
    public void saveFindings(UnderReview reviewCase, PersonId person, Instant at) {
        writes.deleteFindings(reviewCase, person);
        writes.insertFindings(reviewCase, person, at);
    }

    @Override
    public void saveApproval(CaseId id, Approval approval) {
        writes.insertApproval(id, approval);
    }

    @Override
    public void saveReturn(UnderReview reviewCase) {
        CaseId id = reviewCase.file().id();
        List<Round> past = reviewCase.file().past();
        Round ended = past.get(past.size() - 1);
        Return end = Objects.requireNonNull(ended.returned(), "The last round was not returned");
        writes.endRound(id, ended, end);
        writes.insertRound(id, reviewCase.current());
        reviewCase.current().findings().keySet().forEach(person -> writes.insertFindings(reviewCase, person, end.at()));
        writes.moveCase(reviewCase);
    }

    @Override
    public void saveDecision(DecidedCase reviewCase) {
        writes.closeCase(reviewCase);
    }

    @Override
    public long drawEventVersion(CaseId id) {
        return jdbc.sql("""
                        update review_case set published_events = published_events + 1
                         where case_id = :id returning published_events""").param("id", id.value()).query(Long.class).single();
    }

    @Override
    public void recordUnscored(SubmissionId submission, long version, String reason, Instant at) {
        jdbc.sql("""
                        insert into unscored_version (submission_id, submission_version, reason, recorded_at)
                        values (:submission, :version, :reason, :at)""")
                .param("submission", submission.value())
                .param("version", version)
                .param("reason", reason)
                .param("at", CaseRows.at(at))
                .update();
    }
}
