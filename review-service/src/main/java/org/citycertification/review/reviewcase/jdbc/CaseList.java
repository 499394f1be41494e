package org.citycertification.review.reviewcase.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.reviewcase.CaseFilter;
import org.citycertification.review.reviewcase.CaseState;
import org.citycertification.review.reviewcase.CaseSummary;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.Score;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the list of cases without putting each together. */
final class CaseList {

    private static final String QUERY = """
            select c.* from review_case c
             where c.place > :after
               and (:state::text is null or c.state = :state)
               and (:submission::uuid is null or c.submission_id = :submission)
               and (:city::text is null or c.city_id = :city)
               and c.city_id is distinct from :viewerCity
               and not exists (select 1 from scorecard s where s.case_id = c.case_id and s.submitted_by = :viewer)
             order by c.place
             limit :limit""";

    private final JdbcClient jdbc;

    CaseList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseSummary> list(CaseFilter filter) {
        var viewerCity = filter.viewer().city();
        var state = filter.state();
        var submission = filter.submission();
        var city = filter.city();
        return jdbc.sql(QUERY)
                .param("after", filter.after())
                .param("state", state == null ? null : state.name())
                .param("submission", submission == null ? null : submission.value())
                .param("city", city == null ? null : city.value())
                .param("viewerCity", viewerCity == null ? null : viewerCity.value())
                .param("viewer", filter.viewer().person().value())
                .param("limit", filter.limit())
                .query((row, n) -> summary(row))
                .list();
    }

    private static CaseSummary summary(ResultSet row) throws SQLException {
        return new CaseSummary(
                row.getLong("place"),
                new CaseId(row.getObject("case_id", UUID.class)),
                CaseState.valueOf(row.getString("state")),
                new SubmissionId(row.getObject("submission_id", UUID.class)),
                new CaseTag(row.getLong("submission_version"), row.getInt("round")),
                row.getString("city_id"),
                row.getString("city_name"),
                row.getString("edition_id"),
                new Score(row.getInt("provisional_met"), row.getInt("out_of")),
                level(row, "provisional_level"),
                Objects.requireNonNull(CaseRows.instant(row, "opened_at")),
                closing(row));
    }

    private static CaseSummary.@Nullable Closing closing(ResultSet row) throws SQLException {
        Instant decidedAt = CaseRows.instant(row, "decided_at");
        return decidedAt == null
                ? null
                : new CaseSummary.Closing(
                        decidedAt, new Score(row.getInt("met"), row.getInt("out_of")), level(row, "level"));
    }

    private static @Nullable CertificationLevel level(ResultSet row, String column) throws SQLException {
        String level = row.getString(column);
        return level == null ? null : CertificationLevel.valueOf(level);
    }
}
