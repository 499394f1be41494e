package org.citycertification.review.reviewcase.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.citycertification.messaging.headers.StoredTraces;
import org.citycertification.review.reviewcase.SubmissionTrace;
import org.citycertification.review.reviewcase.domain.CaseFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The trace that was kept with the scorecard. */
@Component
class JdbcSubmissionTrace implements SubmissionTrace {

    private static final Logger log = LoggerFactory.getLogger(JdbcSubmissionTrace.class);

    private final JdbcClient jdbc;
    private final StoredTraces traces;

    JdbcSubmissionTrace(JdbcClient jdbc, StoredTraces traces) {
        this.jdbc = jdbc;
        this.traces = traces;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public <T> T continued(CaseFile file, Supplier<T> work) {
        Optional<String> kept = kept(file);
        if (kept.isEmpty()) {
            return work.get();
        }
        String asked = traces.current();
        List<T> done = new ArrayList<>(1);
        traces.continued(kept.get(), "case decide", () -> {
            // The one line that is found by either trace's id.
            log.info("Deciding case {}, asked for by {}", file.id().value(), asked);
            done.add(work.get());
        });
        return done.get(0);
    }

    private Optional<String> kept(CaseFile file) {
        return jdbc.sql("select traceparent from scorecard where case_id = :id and submission_version = :version")
                .param("id", file.id().value())
                .param("version", file.scorecard().submissionVersion())
                .query((row, n) -> Optional.ofNullable(row.getString("traceparent")))
                .single();
    }
}
