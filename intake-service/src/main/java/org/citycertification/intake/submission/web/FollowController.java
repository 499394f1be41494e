package org.citycertification.intake.submission.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.paging.Cursor;
import org.citycertification.http.paging.Paging;
import org.citycertification.intake.submission.FollowSubmission;
import org.citycertification.intake.submission.Place;
import org.citycertification.intake.submission.domain.SubmissionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/submissions}: how submissions are getting on. */
@RestController
@RequestMapping("/api/submissions")
class FollowController {
    private final FollowSubmission followSubmission;

    FollowController(FollowSubmission followSubmission) {
        this.followSubmission = followSubmission;
    }

    @GetMapping
    ResponseEntity<?> list(Paging paging, Caller caller) {
        var reader = ActingCity.reader(caller);
        var rows =
                followSubmission
                        .newest(
                                reader,
                                paging.afterParts(2)
                                        .map(FollowController::place)
                                        .orElse(null),
                                paging.fetch())
                        .stream()
                        .map(SummaryView::of)
                        .toList();
        return paging.answer(rows, row -> Cursor.of(row.receivedAt(), row.submissionId()));
    }

    private static @Nullable Place place(List<String> parts) {
        try {
            return new Place(Instant.parse(parts.get(0)), new SubmissionId(UUID.fromString(parts.get(1))));
        } catch (DateTimeParseException | IllegalArgumentException notOurs) {
            throw Paging.malformed().refused();
        }
    }

    @GetMapping("/{submissionId}")
    ResponseEntity<?> find(@PathVariable UUID submissionId, Caller caller) {
        return followSubmission
                .find(ActingCity.reader(caller), new SubmissionId(submissionId))
                .<ResponseEntity<?>>map(submission -> ResponseEntity.ok(SubmissionView.of(submission)))
                .orElseGet(() -> SubmissionProblems.notFound().response());
    }

    /** The canonical text itself: its SHA-256 is the content hash of the receipt. */
    @GetMapping("/{submissionId}/assessment")
    ResponseEntity<?> findAssessment(@PathVariable UUID submissionId, Caller caller) {
        return followSubmission
                .findAssessment(ActingCity.reader(caller), new SubmissionId(submissionId))
                .<ResponseEntity<?>>map(text -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> SubmissionProblems.notFound().response());
    }
}
