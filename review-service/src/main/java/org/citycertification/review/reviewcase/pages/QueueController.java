package org.citycertification.review.reviewcase.pages;

import java.util.List;
import java.util.Locale;
import org.citycertification.http.paging.Cursor;
import org.citycertification.http.paging.Paging;
import org.citycertification.pages.form.Forms;
import org.citycertification.pages.signin.SignedIn;
import org.citycertification.review.reviewcase.CaseFilter;
import org.citycertification.review.reviewcase.CaseState;
import org.citycertification.review.reviewcase.CaseSummary;
import org.citycertification.review.reviewcase.ListCases;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Cases in the order in which they were opened. */
@Controller
class QueueController {

    private final ListCases listCases;

    QueueController(ListCases listCases) {
        this.listCases = listCases;
    }

    @GetMapping("/")
    ModelAndView start() {
        return Forms.seeOther("/cases");
    }

    /** What is still open, unless something else is asked for. */
    @GetMapping("/cases")
    ModelAndView queue(SignedIn person, Paging paging, @RequestParam(defaultValue = "open") String state) {
        var filter =
                new CaseFilter(Viewers.reviewer(person), stateOf(state), null, null, after(paging), paging.fetch());
        List<CaseSummary> fetched = listCases.list(filter);
        boolean more = fetched.size() > paging.limit();
        List<CaseSummary> shown = more ? fetched.subList(0, paging.limit()) : fetched;
        return new ModelAndView("review/queue")
                .addObject("state", stateOf(state) == null ? "all" : state)
                .addObject("first", paging.after().isEmpty())
                .addObject("cases", shown)
                .addObject(
                        "next",
                        more ? Cursor.of(shown.get(shown.size() - 1).place()).encoded() : null);
    }

    private static @Nullable CaseState stateOf(String asked) {
        for (CaseState state : CaseState.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(asked)) {
                return state;
            }
        }
        return null;
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
}
