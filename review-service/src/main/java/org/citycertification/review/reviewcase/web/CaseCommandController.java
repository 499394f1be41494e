package org.citycertification.review.reviewcase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.idempotency.Idempotency;
import org.citycertification.http.precondition.IfMatch;
import org.citycertification.review.reviewcase.ApproveOutcome;
import org.citycertification.review.reviewcase.RecordFindings;
import org.citycertification.review.reviewcase.RecordRefusal;
import org.citycertification.review.reviewcase.ReturnCase;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.Refusal;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.UnderReview;
import org.citycertification.review.reviewcase.domain.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What reviewers do. The trail learns of a refusal after the refused work was rolled back. */
@RestController
@RequestMapping("/api/cases/{id}")
class CaseCommandController {

    private final RecordFindings recordFindings;
    private final ApproveOutcome approveOutcome;
    private final ReturnCase returnCase;
    private final RecordRefusal recordRefusal;
    private final Idempotency idempotency;

    CaseCommandController(
            RecordFindings recordFindings,
            ApproveOutcome approveOutcome,
            ReturnCase returnCase,
            RecordRefusal recordRefusal,
            Idempotency idempotency) {
        this.recordFindings = recordFindings;
        this.approveOutcome = approveOutcome;
        this.returnCase = returnCase;
        this.recordRefusal = recordRefusal;
        this.idempotency = idempotency;
    }

    /** Without {@code If-Match} the findings are taken for whatever version and round there is. */
    @PutMapping("/findings")
    ResponseEntity<?> findings(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody FindingsRequest body) {
        Predicate<CaseTag> basedOn = ifMatch == null ? tag -> true : basedOn(ifMatch);
        Reviewer reviewer = Callers.reviewer(caller);
        Verdict<UnderReview> verdict = recordFindings.record(new CaseId(id), reviewer, body.toProposed(), basedOn);
        return verdict.fold(
                changed -> ok(changed.tag(), FindingsView.of(changed, reviewer.person())),
                refusal -> refused(new CaseId(id), reviewer, "record-findings", refusal));
    }

    @PostMapping("/approvals")
    ResponseEntity<?> approve(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) @Nullable ApprovalRequest body,
            HttpServletRequest request) {
        Predicate<CaseTag> basedOn = basedOn(ifMatch);
        Reviewer reviewer = Callers.reviewer(caller);
        String note = body == null ? null : body.note();
        return once(
                caller,
                request,
                new CaseId(id),
                "approve",
                () -> approveOutcome.approve(new CaseId(id), reviewer, note, basedOn),
                approved -> ok(approved.approval().tag(), ApprovedView.of(id, approved)));
    }

    @PostMapping("/returns")
    ResponseEntity<?> giveBack(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReturnRequest body,
            HttpServletRequest request) {
        Predicate<CaseTag> basedOn = basedOn(ifMatch);
        Reviewer reviewer = Callers.reviewer(caller);
        return once(
                caller,
                request,
                new CaseId(id),
                "return",
                () -> returnCase.giveBack(new CaseId(id), reviewer, body.reason(), basedOn),
                next -> ok(next.tag(), ReturnedView.of(next)));
    }

    private <T> ResponseEntity<?> once(
            Caller caller,
            HttpServletRequest request,
            CaseId id,
            String command,
            Supplier<Verdict<T>> work,
            Function<T, ResponseEntity<?>> answer) {
        List<Refusal> refused = new ArrayList<>(1);
        ResponseEntity<?> response = idempotency.answer(
                caller,
                request,
                () -> work.get().<ResponseEntity<?>>fold(answer, refusal -> {
                    refused.add(refusal);
                    return CaseProblems.of(refusal).response();
                }));
        return refused.isEmpty() ? response : refused(id, Callers.reviewer(caller), command, refused.get(0));
    }

    private ResponseEntity<?> refused(CaseId id, Reviewer reviewer, String command, Refusal refusal) {
        recordRefusal.record(id, reviewer, command, refusal);
        return CaseProblems.of(refusal).response();
    }

    private static ResponseEntity<?> ok(CaseTag tag, Object body) {
        return ResponseEntity.ok().eTag(IfMatch.etag(tag.toString())).body(body);
    }

    private static Predicate<CaseTag> basedOn(@Nullable String ifMatch) {
        IfMatch required = IfMatch.required(ifMatch);
        return tag -> required.matches(IfMatch.etag(tag.toString()));
    }
}
