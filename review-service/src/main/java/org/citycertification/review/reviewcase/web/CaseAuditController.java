package org.citycertification.review.reviewcase.web;

import java.util.UUID;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.problem.Problem;
import org.citycertification.review.audit.ReadTrail;
import org.citycertification.review.reviewcase.RecordRefusal;
import org.citycertification.review.reviewcase.ShowCase;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CaseAuditController {

    private final ShowCase showCase;
    private final ReadTrail readTrail;
    private final RecordRefusal recordRefusal;

    CaseAuditController(ShowCase showCase, ReadTrail readTrail, RecordRefusal recordRefusal) {
        this.showCase = showCase;
        this.readTrail = readTrail;
        this.recordRefusal = recordRefusal;
    }

    @GetMapping("/api/cases/{id}/audit")
    ResponseEntity<?> audit(Caller caller, @PathVariable UUID id) {
        Reviewer viewer = Callers.reviewer(caller);
        return showCase.show(new CaseId(id), viewer).fold(shown -> trail(shown, caller), refusal -> {
            recordRefusal.recordLook(new CaseId(id), viewer, refusal);
            return CaseProblems.of(refusal).response();
        });
    }

    private ResponseEntity<?> trail(ReviewCase shown, Caller caller) {
        UUID id = shown.file().id().value();
        return Callers.sight(caller).seesTrail(shown)
                ? ResponseEntity.ok(AuditView.of(id, readTrail.read(id)))
                : Problem.of(
                                HttpStatus.FORBIDDEN,
                                "reviewers-judge-first",
                                "Whoever reviews sees the trail of a case when it is decided: it tells what others judged.")
                        .response();
    }
}
