package org.citycertification.review.reviewcase.pages;

import java.util.UUID;
import org.citycertification.pages.form.Forms;
import org.citycertification.pages.signin.SignedIn;
import org.citycertification.review.reviewcase.RecordFindings;
import org.citycertification.review.reviewcase.domain.CaseId;
import org.citycertification.review.reviewcase.domain.ReviewCase;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A case, and the findings of whoever judges it. */
@Controller
@RequestMapping("/cases/{id}")
class CasePageController {

    private final CasePages pages;
    private final RecordFindings recordFindings;

    CasePageController(CasePages pages, RecordFindings recordFindings) {
        this.pages = pages;
        this.recordFindings = recordFindings;
    }

    @GetMapping
    ModelAndView show(SignedIn person, @PathVariable UUID id) {
        return pages.show(pages.find(new CaseId(id), person), person);
    }

    /** Sent twice it keeps the same findings twice, so it needs no key. */
    @PostMapping("/findings")
    ModelAndView keep(
            SignedIn person,
            @PathVariable UUID id,
            @RequestParam String tag,
            @RequestParam MultiValueMap<String, String> fields) {
        var caseId = new CaseId(id);
        ReviewCase shown = pages.find(caseId, person);
        FindingsForm form = FindingsForm.sent(fields).checked(shown.file().scorecard());
        if (!form.errors().isEmpty()) {
            return pages.show(shown, person, form, null);
        }
        return recordFindings
                .record(
                        caseId,
                        Viewers.reviewer(person),
                        form.proposed(shown.file().scorecard()),
                        current -> current.toString().equals(tag))
                .fold(
                        kept -> Forms.seeOther("/cases/" + id + "?done=findings"),
                        refusal -> pages.show(
                                pages.find(caseId, person),
                                person,
                                form,
                                pages.refused(caseId, person, "record-findings", refusal)));
    }
}
