package org.citycertification.notification.notice;

import java.time.Clock;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators whether anything is mailed, and lets them end a pause. */
@RestController
@RequestMapping("/api/notices/sender")
final class SenderController {
    private static final Logger LOG = LoggerFactory.getLogger(SenderController.class);

    private final SenderPauses pauses;
    private final NoticeArchive archive;
    private final Clock clock;

    SenderController(SenderPauses pauses, NoticeArchive archive, Clock clock) {
        this.pauses = pauses;
        this.archive = archive;
        this.clock = clock;
    }

    @GetMapping
    SenderView sender() {
        long waiting = archive.countWaiting();
        return pauses.current()
                .map(pause -> new SenderView(SenderView.State.PAUSED, pause.reason(), pause.since(), waiting))
                .orElse(new SenderView(SenderView.State.RUNNING, null, null, waiting));
    }

    /** Whatever is waiting is mailed from now on. */
    @PostMapping("/resumptions")
    SenderView resume(Caller caller) {
        if (!pauses.end(caller.person(), clock.instant())) {
            throw Problem.of(HttpStatus.CONFLICT, "sender-not-paused", "The sender is not paused.")
                    .refused();
        }
        LOG.info("The sender was resumed by {}", caller.person());
        return sender();
    }
}
