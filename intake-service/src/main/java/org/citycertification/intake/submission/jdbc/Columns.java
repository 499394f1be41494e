package org.citycertification.intake.submission.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.citycertification.intake.submission.domain.CertificationLevel;
import org.citycertification.intake.submission.domain.SubmissionState;
import org.jspecify.annotations.Nullable;

/** Reads columns that stand for something else than themselves. */
final class Columns {
    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(nullableInstant(row, column));
    }

    static @Nullable Instant nullableInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable CertificationLevel level(@Nullable String name) {
        return name == null ? null : CertificationLevel.valueOf(name);
    }

    static SubmissionState state(String name, @Nullable CertificationLevel level) {
        return switch (name) {
            case "RECEIVED" -> SubmissionState.RECEIVED;
            case "UNDER_REVIEW" -> SubmissionState.UNDER_REVIEW;
            case "CERTIFIED", "NOT_CERTIFIED" -> SubmissionState.decided(level);
            default -> throw new IllegalStateException("State " + name + " is newer than this build");
        };
    }
}
