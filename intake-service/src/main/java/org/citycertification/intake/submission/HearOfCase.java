package org.citycertification.intake.submission;

import org.citycertification.intake.access.RowScope;
import org.citycertification.intake.submission.domain.CaseNews;
import org.citycertification.intake.submission.domain.Outcome;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Review lets the city know something: its submission moves on, or the news is kept without effect. */
public class HearOfCase {
    private final Progress progress;
    private final RowScope scope;

    public HearOfCase(Progress progress, RowScope scope) {
        this.progress = progress;
        this.scope = scope;
    }

    /**
     * Applies the news in the transaction that it was read in.
     *
     * @throws UnknownSubmission if there is no such submission of that city
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome hear(CaseNews news) {
        scope.staff();
        Standing standing = progress.lock(news.submission())
                .filter(known -> known.city().equals(news.city()))
                .orElseThrow(() -> new UnknownSubmission(news));
        Outcome outcome = news.meets(standing.state());
        progress.record(standing, news, outcome);
        return outcome;
    }
}
