package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Tag("adapters")
class AuditTrailTests {

    private final RunningReview review = RunningReview.shared();

    @Test
    void verifiesWhatWasDone() {
        UUID id = decidedCase();
        JsonNode trail = trail(id);

        assertThat(trail.path("verified").asBoolean()).isTrue();
        assertThat(trail.path("firstBad").isNull()).isTrue();
        assertThat(trail.path("entries")).hasSize(5);
        JsonNode approved = trail.path("entries").get(2);
        assertThat(approved.path("act").asString()).isEqualTo("outcome-approved");
        assertThat(approved.path("actor").asString()).isEqualTo("person-ana");
        assertThat(approved.path("details").path("account").asString()).isEqualTo("ana");
        assertThat(approved.path("details").path("confirmed").asString()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'person-eve'",
                "at = at + interval '1 millisecond'",
                "details = jsonb_set(details, '{round}', '\"2\"')",
                "act = 'case-returned'",
                "hash = translate(hash, '0123456789abcdef', '123456789abcdef0')",
                "previous_hash = translate(previous_hash, '0123456789abcdef', '123456789abcdef0')"
            })
    void namesTheFirstEntryThatWasChanged(String change) throws SQLException {
        UUID id = decidedCase();
        asOwner("update audit_entry set " + change + " where subject = '" + id + "' and sequence = 3");
        JsonNode trail = trail(id);

        assertThat(trail.path("verified").asBoolean()).isFalse();
        assertThat(trail.path("firstBad").path("sequence").asInt()).isEqualTo(3);
    }

    @Test
    void noticesThatTheLastEntryIsGone() throws SQLException {
        UUID id = decidedCase();
        asOwner("delete from audit_entry where subject = '" + id + "' and sequence = 5");

        assertThat(trail(id).path("firstBad").path("sequence").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "alter table audit_entry disable trigger all"
            })
    void keepsTheServicesOwnRoleFromChangingIt(String statement) throws SQLException {
        decidedCase();
        try (Connection connection = ReviewDatabase.database("review_app")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection.createStatement().execute(statement))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set actor = 'x'", "delete from audit_entry", "truncate audit_entry"})
    void refusesEvenItsOwnerUnlessTheTriggerIsTakenAway(String statement) throws SQLException {
        decidedCase();
        try (Connection connection = ReviewDatabase.database("review_owner")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> connection.createStatement().execute(statement))
                    .withMessageContaining("append-only");
        }
    }

    @Test
    void worksWithARoleThatOwnsNothing() {
        assertThat(ReviewDatabase.column("select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles"
                        + " where rolname = 'review_app'"))
                .containsExactly("f");
        assertThat(ReviewDatabase.column("select count(*) from pg_tables where tableowner = 'review_app'"))
                .containsExactly("0");
        assertThat(ReviewDatabase.column("select distinct usename from pg_stat_activity where application_name like"
                        + " 'PostgreSQL JDBC%' and datname = 'review' and usename <> current_user"))
                .containsExactly("review_app");
    }

    private UUID decidedCase() {
        UUID id = review.openCase(30);
        review.findings("ana", id);
        review.approve(Staff.reviewer("ana"), id, "1-1");
        review.approve(Staff.reviewer("luis"), id, "1-1");
        return id;
    }

    private JsonNode trail(UUID id) {
        return review.get(Staff.TOKENS.of("auditor", "auditor"), "/api/cases/" + id + "/audit")
                .json();
    }

    private static void asOwner(String statement) throws SQLException {
        try (Connection connection = ReviewDatabase.database("review_owner")) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("alter table audit_entry disable trigger user");
            connection.createStatement().execute(statement);
            connection.createStatement().execute("alter table audit_entry enable trigger user");
            connection.commit();
        }
    }
}
