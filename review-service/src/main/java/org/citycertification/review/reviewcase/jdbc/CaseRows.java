package org.citycertification.review.reviewcase.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.citycertification.review.certification.domain.CertificationId;
import org.citycertification.review.certification.domain.CertificationKind;
import org.citycertification.review.reviewcase.domain.Approval;
import org.citycertification.review.reviewcase.domain.CaseFile;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.CriterionCode;
import org.citycertification.review.reviewcase.domain.DecidedCase;
import org.citycertification.review.reviewcase.domain.Decision;
import org.citycertification.review.reviewcase.domain.Finding;
import org.citycertification.review.reviewcase.domain.Findings;
import org.citycertification.review.reviewcase.domain.Grant;
import org.citycertification.review.reviewcase.domain.Note;
import org.citycertification.review.reviewcase.domain.PersonId;
import org.citycertification.review.reviewcase.domain.Reason;
import org.citycertification.review.reviewcase.domain.Return;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Round;
import org.citycertification.review.reviewcase.domain.Scorecard;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts a case together from its rows. */
final class CaseRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CaseRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What the row of the case itself says. */
    record Head(
            UUID id,
            long submissionVersion,
            int round,
            @Nullable Closing closing) {

        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getObject("case_id", UUID.class),
                    row.getLong("submission_version"),
                    row.getInt("round"),
                    Closing.of(row));
        }
    }

    record Closing(
            Instant at, List<PersonId> approvers, @Nullable Grant grant) {

        static @Nullable Closing of(ResultSet row) throws SQLException {
            Instant at = instant(row, "decided_at");
            if (at == null) {
                return null;
            }
            UUID certification = row.getObject("certification_id", UUID.class);
            Grant grant = certification == null
                    ? null
                    : new Grant(new CertificationId(certification), CertificationKind.valueOf(row.getString("kind")));
            var approvers = (String[]) row.getArray("approvers").getArray();
            return new Closing(
                    at, List.of(approvers).stream().map(PersonId::new).toList(), grant);
        }
    }

    private record FindingRow(int round, PersonId person, Finding finding) {}

    ReviewCase assemble(Head head) {
        Scorecard scorecard = scorecard(head);
        List<Round> rounds = rounds(head.id());
        Round current = rounds.get(rounds.size() - 1);
        if (current.tag().round() != head.round()) {
            throw new IllegalStateException("Case " + head.id() + " says round " + head.round() + " but its rounds say "
                    + current.tag().round());
        }
        var file = new CaseFile(
                new CaseId(head.id()), submitters(head.id()), scorecard, rounds.subList(0, rounds.size() - 1));
        Closing closing = head.closing();
        return closing == null ? new UnderReview(file, current) : decided(file, current, closing);
    }

    private static DecidedCase decided(CaseFile file, Round current, Closing closing) {
        List<Approval> agreeing = closing.approvers().stream()
                .map(person -> current.approvalOf(person).orElseThrow())
                .toList();
        return new DecidedCase(file, current, Decision.of(file.scorecard(), agreeing, closing.at()), closing.grant());
    }

    private Scorecard scorecard(Head head) {
        String document = jdbc.sql(
                        "select document from scorecard where case_id = :id and submission_version = :version")
                .param("id", head.id())
                .param("version", head.submissionVersion())
                .query(String.class)
                .single();
        return json.readValue(document, StoredScorecard.class).toScorecard();
    }

    private Set<PersonId> submitters(UUID id) {
        return new LinkedHashSet<>(jdbc.sql("select distinct submitted_by from scorecard where case_id = :id")
                .param("id", id)
                .query((row, n) -> new PersonId(row.getString(1)))
                .list());
    }

    private List<Round> rounds(UUID id) {
        List<FindingRow> findings = findings(id);
        Map<Integer, Map<PersonId, Findings>> byRound = byRound(findings);
        return jdbc
                .sql("select * from review_round where case_id = :id order by round")
                .param("id", id)
                .query((row, n) -> {
                    var tag = new CaseTag(row.getLong("submission_version"), row.getInt("round"));
                    Map<PersonId, Findings> own = byRound.getOrDefault(tag.round(), Map.of());
                    return new Round(tag, own, List.of(), returned(row));
                })
                .list()
                .stream()
                .map(round -> withApprovals(id, round))
                .toList();
    }

    private Round withApprovals(UUID id, Round round) {
        List<Approval> approvals = jdbc.sql("""
                        select * from approval where case_id = :id and round = :round
                        order by approved_at, person""")
                .param("id", id)
                .param("round", round.tag().round())
                .query((row, n) -> approval(row, round))
                .list();
        return new Round(round.tag(), round.findings(), approvals, round.returned());
    }

    private static Approval approval(ResultSet row, Round round) throws SQLException {
        var person = new PersonId(row.getString("person"));
        String note = row.getString("note");
        return new Approval(
                person,
                round.tag(),
                round.findingsOf(person),
                row.getString("outcome_hash"),
                note == null ? null : new Note(note),
                Objects.requireNonNull(instant(row, "approved_at")));
    }

    private static @Nullable Return returned(ResultSet row) throws SQLException {
        Instant at = instant(row, "returned_at");
        return at == null
                ? null
                : new Return(
                        new PersonId(row.getString("returned_by")), new Reason(row.getString("return_reason")), at);
    }

    private List<FindingRow> findings(UUID id) {
        return jdbc.sql("select * from finding where case_id = :id order by round, recorded_at, person, criterion")
                .param("id", id)
                .query((row, n) -> new FindingRow(
                        row.getInt("round"),
                        new PersonId(row.getString("person")),
                        new Finding(
                                new CriterionCode(row.getString("criterion")),
                                row.getBoolean("met"),
                                new Reason(row.getString("reason")))))
                .list();
    }

    private static Map<Integer, Map<PersonId, Findings>> byRound(List<FindingRow> rows) {
        Map<Integer, Map<PersonId, List<Finding>>> lists = new LinkedHashMap<>();
        rows.forEach(row -> lists.computeIfAbsent(row.round(), round -> new LinkedHashMap<>())
                .computeIfAbsent(row.person(), person -> new ArrayList<>())
                .add(row.finding()));
        Map<Integer, Map<PersonId, Findings>> byRound = new LinkedHashMap<>();
        lists.forEach((round, byPerson) -> {
            Map<PersonId, Findings> findings = new LinkedHashMap<>();
            byPerson.forEach((person, list) -> findings.put(person, new Findings(list)));
            byRound.put(round, findings);
        });
        return byRound;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
