package org.citycertification.review.reviewcase.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
import org.jspecify.annotations.Nullable;
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

    private static final String APPROVE = "approve";
    private static final String RETURN = "return";

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
        return show(new Step(APPROVE, new CaseId(id), person, ""), List.of(), null);
    }

    @PostMapping("/approve")
    ModelAndView approve(
            SignedIn person,
            @PathVariable UUID id,
            @RequestParam String tag,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        String typed = Texts.oneParagraph(note);
        return take(
                new Step(APPROVE, new CaseId(id), person, typed),
                Texts.noteProblem("note", typed),
                request,
                () -> approveOutcome
                        .approve(new CaseId(id), Viewers.reviewer(person), typed, basedOn(tag))
                        .then(approved -> Verdict.accepted(done(approved))));
    }

    @GetMapping("/return")
    ModelAndView checkReturn(SignedIn person, @PathVariable UUID id) {
        return show(new Step(RETURN, new CaseId(id), person, ""), List.of(), null);
    }

    @PostMapping("/return")
    ModelAndView giveBack(
            SignedIn person,
            @PathVariable UUID id,
            @RequestParam String tag,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        String typed = Texts.oneParagraph(reason);
        return take(
                new Step(RETURN, new CaseId(id), person, typed),
                Texts.reasonProblem("reason", "", typed),
                request,
                () -> returnCase
                        .giveBack(new CaseId(id), Viewers.reviewer(person), typed, basedOn(tag))
                        .then(next -> Verdict.accepted("returned")));
    }

    /** What a person wants to do with a case, and the words to go with it. */
    private record Step(String name, CaseId id, SignedIn person, String typed) {}

    private ModelAndView take(
            Step step, Optional<FieldError> error, HttpServletRequest request, Supplier<Verdict<String>> work) {
        if (error.isPresent()) {
            return show(step, List.of(error.get()), null);
        }
        List<Refusal> refused = new ArrayList<>(1);
        Optional<String> next = forms.once(step.person().caller(), request, () -> next(step, work.get(), refused::add));
        // A refusal is told after the refused work's own transaction, which leaves nothing behind.
        return next.map(Forms::seeOther).orElseGet(() -> show(step, List.of(), objection(step, refused.get(0))));
    }

    private static Optional<String> next(Step step, Verdict<String> verdict, Consumer<Refusal> refused) {
        return verdict.fold(done -> Optional.of("/cases/" + step.id().value() + "?done=" + done), refusal -> {
            refused.accept(refusal);
            return Optional.empty();
        });
    }

    private Objection objection(Step step, Refusal refusal) {
        return pages.refused(step.id(), step.person(), step.name(), refusal);
    }

    private ModelAndView show(Step step, List<FieldError> errors, @Nullable Objection objection) {
        var found = pages.find(step.id(), step.person());
        return pages.step("review/" + step.name(), found, step.person(), step.typed(), errors, objection);
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
