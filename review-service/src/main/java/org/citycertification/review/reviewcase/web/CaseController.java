package org.citycertification.review.reviewcase.web;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.paging.Cursor;
import org.citycertification.http.paging.Items;
import org.citycertification.http.paging.Paging;
import org.citycertification.http.precondition.IfMatch;
import org.citycertification.review.certification.domain.CityId;
import org.citycertification.review.reviewcase.CaseFilter;
import org.citycertification.review.reviewcase.CaseState;
import org.citycertification.review.reviewcase.CaseSummary;
import org.citycertification.review.reviewcase.ListCases;
import org.citycertification.review.reviewcase.RecordRefusal;
import org.citycertification.review.reviewcase.ShowCase;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.citycertification.review.reviewcase.domain.SubmissionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/cases")
class CaseController {

    private final ListCases listCases;
    private final ShowCase showCase;
    private final RecordRefusal recordRefusal;

    CaseController(ListCases listCases, ShowCase showCase, RecordRefusal recordRefusal) {
        this.listCases = listCases;
        this.showCase = showCase;
        this.recordRefusal = recordRefusal;
    }

    @GetMapping
    ResponseEntity<Items<CaseListItem>> list(
            Caller caller,
            Paging paging,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(required = false) @Nullable UUID submissionId,
            @RequestParam(required = false) @Pattern(regexp = "\\p{Graph}{1,100}") @Nullable String cityId) {
        var filter = new CaseFilter(
                Callers.reviewer(caller),
                state,
                submissionId == null ? null : new SubmissionId(submissionId),
                cityId == null ? null : new CityId(cityId),
                after(paging),
                paging.fetch());
        List<CaseSummary> fetched = listCases.list(filter);
        List<CaseListItem> items = fetched.stream().map(CaseListItem::of).toList();
        return paging.answer(items, item -> Cursor.of(placeOf(fetched, item)));
    }

    private static long placeOf(List<CaseSummary> fetched, CaseListItem item) {
        return fetched.stream()
                .filter(summary -> summary.id().value().equals(item.caseId()))
                .findFirst()
                .orElseThrow()
                .place();
    }

    private static long after(Paging paging) {
        return paging.afterParts(1)
                .map(parts -> {
                    try {
                        return Long.parseLong(parts.get(0));
                    } catch (NumberFormatException notOurs) {
                        throw Paging.malformed().refused();
                    }
                })
                .orElse(0L);
    }

    @GetMapping("/{id}")
    ResponseEntity<?> show(Caller caller, @PathVariable UUID id) {
        Reviewer viewer = Callers.reviewer(caller);
        return showCase.show(new CaseId(id), viewer)
                .fold(
                        shown -> ResponseEntity.ok()
                                .eTag(IfMatch.etag(shown.tag().toString()))
                                .body(CaseView.of(shown, Callers.sight(caller))),
                        refusal -> {
                            recordRefusal.recordLook(new CaseId(id), viewer, refusal);
                            return CaseProblems.of(refusal).response();
                        });
    }
}
