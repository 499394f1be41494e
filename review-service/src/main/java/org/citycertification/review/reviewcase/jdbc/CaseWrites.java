package org.citycertification.review.reviewcase.jdbc;

import java.sql.Types;
import java.time.Instant;
import org.citycertification.messaging.headers.StoredTraces;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.certification.domain.City;
import org.citycertification.review.reviewcase.domain.Approval;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.Decision;
import org.citycertification.review.reviewcase.domain.Finding;
import org.citycertification.review.reviewcase.domain.Grant;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.Return;
import org.citycertification.review.reviewcase.domain.Round;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The statements that change a case. */
final class CaseWrites {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StoredTraces traces;

    CaseWrites(JdbcClient jdbc, JsonMapper json, StoredTraces traces) {
        this.jdbc = jdbc;
        this.json = json;
        this.traces = traces;
    }

    void insertCase(UnderReview opened, Instant at) {
        Scorecard scorecard = opened.file().scorecard();
        City city = scorecard.city();
        jdbc.sql("""
                        insert into review_case (case_id, submission_id, submission_version, round, state, city_id, city_name,
                          edition_id, provisional_met, out_of, provisional_level, opened_at)
                        values (:id, :submission, :version, :round, 'OPEN', :city, :cityName,
                          :edition, :met, :outOf, :level, :at)""")
                .param("id", opened.file().id().value())
                .param("submission", opened.file().submissionId().value())
                .param("version", scorecard.submissionVersion())
                .param("round", opened.tag().round())
                .param("city", city.id().value())
                .param("cityName", city.name())
                .param("edition", scorecard.editionId())
                .param("met", scorecard.provisionalScore().met())
                .param("outOf", scorecard.provisionalScore().outOf())
                .param("level", name(scorecard.provisionalLevel()))
                .param("at", CaseRows.at(at))
                .update();
    }

    void moveCase(UnderReview moved) {
        Scorecard scorecard = moved.file().scorecard();
        jdbc.sql("""
                        update review_case
                           set submission_version = :version, round = :round, city_name = :cityName, edition_id = :edition,
                               provisional_met = :met, out_of = :outOf, provisional_level = :level
                         where case_id = :id and state = 'OPEN'""")
                .param("version", scorecard.submissionVersion())
                .param("round", moved.tag().round())
                .param("cityName", scorecard.city().name())
                .param("edition", scorecard.editionId())
                .param("met", scorecard.provisionalScore().met())
                .param("outOf", scorecard.provisionalScore().outOf())
                .param("level", name(scorecard.provisionalLevel()))
                .param("id", moved.file().id().value())
                .update();
    }

    void closeCase(DecidedCase closed) {
        Decision decision = closed.decision();
        Grant grant = closed.grant();
        int changed = jdbc.sql("""
                        update review_case
                           set state = 'DECIDED', decided_at = :at, met = :met, level = :level, confirmed = :confirmed,
                               approvers = :approvers, kind = :kind, certification_id = :certification
                         where case_id = :id and state = 'OPEN'""")
                .param("at", CaseRows.at(decision.decidedAt()))
                .param("met", decision.score().met())
                .param("level", name(decision.level()))
                .param("confirmed", decision.confirmed())
                .param(
                        "approvers",
                        decision.approvers().stream().map(PersonId::value).toArray(String[]::new),
                        Types.ARRAY)
                .param("kind", grant == null ? null : grant.kind().name())
                .param(
                        "certification",
                        grant == null ? null : grant.certification().value())
                .param("id", closed.file().id().value())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("Case " + closed.file().id().value() + " was not open when it was closed");
        }
    }

    void insertScorecard(CaseId id, Scorecard scorecard, Instant at) {
        jdbc.sql("""
                        insert into scorecard (case_id, submission_version, submitted_by, received_into_review_at, document,
                          traceparent)
                        values (:id, :version, :submittedBy, :at, :document::jsonb, :trace)""")
                .param("id", id.value())
                .param("version", scorecard.submissionVersion())
                .param("submittedBy", scorecard.submittedBy().value())
                .param("at", CaseRows.at(at))
                .param("document", json.writeValueAsString(StoredScorecard.of(scorecard)))
                .param("trace", traces.current(), Types.VARCHAR)
                .update();
    }

    void insertRound(CaseId id, Round round) {
        jdbc.sql("""
                        insert into review_round (case_id, round, submission_version)
                        values (:id, :round, :version)""")
                .param("id", id.value())
                .param("round", round.tag().round())
                .param("version", round.tag().submissionVersion())
                .update();
    }

    void endRound(CaseId id, Round round, Return end) {
        jdbc.sql("""
                        update review_round set returned_by = :person, return_reason = :reason, returned_at = :at
                         where case_id = :id and round = :round""")
                .param("person", end.person().value())
                .param("reason", end.reason().text())
                .param("at", CaseRows.at(end.at()))
                .param("id", id.value())
                .param("round", round.tag().round())
                .update();
    }

    void deleteFindings(UnderReview reviewCase, PersonId person) {
        jdbc.sql("delete from finding where case_id = :id and round = :round and person = :person")
                .param("id", reviewCase.file().id().value())
                .param("round", reviewCase.tag().round())
                .param("person", person.value())
                .update();
    }

    void insertFindings(UnderReview reviewCase, PersonId person, Instant at) {
        for (Finding finding : reviewCase.current().findingsOf(person).all()) {
            jdbc.sql("""
                            insert into finding (case_id, round, person, criterion, met, reason, recorded_at)
                            values (:id, :round, :person, :criterion, :met, :reason, :at)""")
                    .param("id", reviewCase.file().id().value())
                    .param("round", reviewCase.tag().round())
                    .param("person", person.value())
                    .param("criterion", finding.criterion().value())
                    .param("met", finding.met())
                    .param("reason", finding.reason().text())
                    .param("at", CaseRows.at(at))
                    .update();
        }
    }

    void insertApproval(CaseId id, Approval approval) {
        var note = approval.note();
        jdbc.sql("""
                        insert into approval (case_id, round, person, outcome_hash, note, approved_at)
                        values (:id, :round, :person, :hash, :note, :at)""")
                .param("id", id.value())
                .param("round", approval.tag().round())
                .param("person", approval.person().value())
                .param("hash", approval.outcomeHash())
                .param("note", note == null ? null : note.text())
                .param("at", CaseRows.at(approval.at()))
                .update();
    }

    private static @Nullable String name(@Nullable CertificationLevel level) {
        return level == null ? null : level.name();
    }
}
