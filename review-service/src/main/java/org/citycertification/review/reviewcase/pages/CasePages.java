package org.citycertification.review.reviewcase.pages;

import java.util.List;
import org.citycertification.pages.form.FieldError;
import org.citycertification.pages.form.FormKey;
import org.citycertification.pages.signin.SignedIn;
import org.citycertification.review.reviewcase.RecordRefusal;
import org.citycertification.review.reviewcase.ShowCase;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.Refusal;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.citycertification.review.reviewcase.domain.Reviewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Makes the pages about one case, from the state of the case now. */
final class CasePages {

    private final ShowCase showCase;
    private final RecordRefusal recordRefusal;
    private final String standard;

    /**
     * @param standard address of the pages of the standard, without a slash at the end
     */
    CasePages(ShowCase showCase, RecordRefusal recordRefusal, String standard) {
        this.showCase = showCase;
        this.recordRefusal = recordRefusal;
        this.standard = standard;
    }

    /** The case, unless it is not for this person; then the trail learns of the look and the page is not found. */
    ReviewCase find(CaseId id, SignedIn person) {
        Reviewer viewer = Viewers.reviewer(person);
        return showCase.show(id, viewer).fold(found -> found, refusal -> {
            recordRefusal.recordLook(id, viewer, refusal);
            throw Objection.unknown();
        });
    }

    /** Keeps the refusal in the trail where it belongs there, and says what a page says about it. */
    Objection refused(CaseId id, SignedIn person, String command, Refusal refusal) {
        recordRefusal.record(id, Viewers.reviewer(person), command, refusal);
        return Objection.of(refusal);
    }

    ModelAndView show(ReviewCase shown, SignedIn person) {
        return show(shown, person, kept(shown, person), null);
    }

    ModelAndView show(ReviewCase shown, SignedIn person, FindingsForm form, @Nullable Objection objection) {
        return page("review/case", shown, person, form, objection, form.errors());
    }

    /** The page on which a decisive step is checked and taken: {@code review/approve} or {@code review/return}. */
    ModelAndView step(
            String view,
            ReviewCase shown,
            SignedIn person,
            String typed,
            List<FieldError> errors,
            @Nullable Objection objection) {
        return page(view, shown, person, kept(shown, person), objection, errors).addObject("typed", typed);
    }

    private ModelAndView page(
            String view,
            ReviewCase shown,
            SignedIn person,
            FindingsForm form,
            @Nullable Objection objection,
            List<FieldError> errors) {
        CasePage page = CasePage.of(shown, Viewers.sight(person), form);
        HttpStatus status = objection != null
                ? objection.status()
                : errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        var model = new ModelAndView(view, status);
        model.addObject("page", page);
        model.addObject("editable", page.open() && Viewers.judges(person) && !page.approved());
        model.addObject("judges", Viewers.judges(person));
        model.addObject(
                "findings",
                shown.current().findingsOf(Viewers.sight(person).person()).all());
        model.addObject("errors", errors);
        model.addObject("objection", objection);
        model.addObject("standard", standard);
        model.addObject("once", FormKey.fresh());
        return model;
    }

    private static FindingsForm kept(ReviewCase shown, SignedIn person) {
        return FindingsForm.of(shown.current().findingsOf(Viewers.sight(person).person()));
    }
}
