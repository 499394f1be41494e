package org.citycertification.review.reviewcase.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.citycertification.pages.form.FieldError;
import org.citycertification.pages.form.Forms;
import org.citycertification.pages.signin.SignedIn;
import org.citycertification.review.reviewcase.ApproveOutcome;
import org.citycertification.review.reviewcase.ReturnCase;
import org.citycertification.review.reviewcase.domain.Approved;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.CaseTag;
import org.citycertification.review.reviewcase.domain.Refusal;
import org.citycertification.review.reviewcase.domain.Verdict;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The two steps that end a round, each on a page of its own that shows what it would do. */
@Controller
@RequestMapping("/cases/{id}")
class CaseStepController {

    private static final String APPROVE = "review/approve";
    private static final String RETURN = "review/return";

    private final CasePages pages;
    private final ApproveOutcome approveOutcome;
    private final ReturnCase returnCase;
    private final Forms forms;

    CaseStepController(CasePages pages, ApproveOutcome approveOutcome, ReturnCase returnCase, Forms forms) {
        this.pages = pages;
        this.approveOutcome = approveOutcome;
        this.returnCase = returnCase;
        this.forms = forms;
    }

    @GetMapping("/approve")
    ModelAndView checkApproval(SignedIn person, @PathVariable UUID id) {
        return pages.step(APPROVE, pages.find(new CaseId(id), person), person, "", List.of(), null);
    }

    @PostMapping("/approve")
    ModelAndView approve(
            SignedIn person,
            @PathVariable UUID id,
            @RequestParam String tag,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        String typed = Texts.oneParagraph(note);
        return step(
                APPROVE,
                new CaseId(id),
                person,
                typed,
                Texts.noteProblem("note", typed),
                request,
                () -> approveOutcome
                        .approve(new CaseId(id), Viewers.reviewer(person), typed, basedOn(tag))
                        .then(approved -> Verdict.accepted(done(approved))));
    }

    @GetMapping("/return")
    ModelAndView checkReturn(SignedIn person, @PathVariable UUID id) {
        return pages.step(RETURN, pages.find(new CaseId(id), person), person, "", List.of(), null);
    }

    @PostMapping("/return")
    ModelAndView giveBack(
            SignedIn person,
            @PathVariable UUID id,
            @RequestParam String tag,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        String typed = Texts.oneParagraph(reason);
        return step(
                RETURN,
                new CaseId(id),
                person,
                typed,
                Texts.reasonProblem("reason", "", typed),
                request,
                () -> returnCase
                        .giveBack(new CaseId(id), Viewers.reviewer(person), typed, basedOn(tag))
                        .then(next -> Verdict.accepted("returned")));
    }

    private ModelAndView step(
            String view,
            CaseId id,
            SignedIn person,
            String typed,
            Optional<FieldError> error,
            HttpServletRequest request,
            Supplier<Verdict<String>> work) {
        if (error.isPresent()) {
            return pages.step(view, pages.find(id, person), person, typed, List.of(error.get()), null);
        }
        List<Refusal> refused = new ArrayList<>(1);
        Optional<String> next = forms.once(
                person.caller(),
                request,
                () -> work.get()
                        .<Optional<String>>fold(
                                done -> Optional.of("/cases/" + id.value() + "?done=" + done), refusal -> {
                                    refused.add(refusal);
                                    return Optional.empty();
                                }));
        if (next.isPresent()) {
            return Forms.seeOther(next.get());
        }
        // After the refused work's own transaction, which leaves nothing behind.
        Objection objection = pages.refused(id, person, view.substring("review/".length()), refused.get(0));
        return pages.step(view, pages.find(id, person), person, typed, List.of(), objection);
    }

    private static Predicate<CaseTag> basedOn(String tag) {
        return current -> current.toString().equals(tag);
    }

    private static String done(Approved approved) {
        if (approved instanceof Approved.Agreed) {
            return "decided";
        }
        return approved instanceof Approved.Differing ? "different" : "approved";
    }
}
