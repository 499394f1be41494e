package org.citycertification.notification.notice;

import java.time.Clock;
import java.util.UUID;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.paging.Cursor;
import org.citycertification.http.paging.Items;
import org.citycertification.http.paging.Paging;
import org.citycertification.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows staff what was sent to whom, what was not, and why. */
@RestController
@RequestMapping("/api/notices")
final class NoticeController {
    private final NoticeArchive archive;
    private final Clock clock;

    NoticeController(NoticeArchive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<Items<NoticeView>> list(
            @RequestParam @Nullable UUID submissionId,
            @RequestParam @Nullable String cityId,
            @RequestParam @Nullable NoticeState state,
            Paging paging) {
        long before = paging.afterParts(1).map(parts -> seq(parts.get(0))).orElse(Long.MAX_VALUE);
        var found = archive.list(new NoticeArchive.Filter(submissionId, cityId, state), before, paging.fetch());
        return paging.answer(found, view -> Cursor.of(view.seq()));
    }

    @GetMapping("/{id}")
    NoticeView one(@PathVariable UUID id) {
        return archive.find(id).orElseThrow(NoticeController::unknown);
    }

    /** Sends a notice again that was given up; its Message-ID stays. */
    @PostMapping("/{id}/attempts")
    ResponseEntity<NoticeView> again(@PathVariable UUID id, Caller caller) {
        NoticeView notice = one(id);
        if (!archive.queueAgain(id, caller.person(), clock.instant())) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "notice-not-failed",
                            "Only a notice that was given up can be sent again; this one is " + notice.state() + ".")
                    .refused();
        }
        return ResponseEntity.accepted().body(one(id));
    }

    /** Takes a notice for sent, because somebody has found it in the mail server's log; it is not sent again. */
    @PostMapping("/{id}/confirmations")
    NoticeView confirm(@PathVariable UUID id, Caller caller) {
        NoticeView notice = one(id);
        if (!archive.confirm(id, caller.person(), clock.instant())) {
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "notice-not-waiting",
                            "Only a notice that is to be sent can be taken for sent; this one is " + notice.state()
                                    + ".")
                    .refused();
        }
        return one(id);
    }

    private static long seq(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Paging.malformed().refused();
        }
    }

    private static RuntimeException unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such notice.")
                .refused();
    }
}
