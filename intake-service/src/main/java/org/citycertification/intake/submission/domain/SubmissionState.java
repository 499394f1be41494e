package org.citycertification.intake.submission.domain;

import org.citycertification.intake.submission.domain.Outcome.Moved;
import org.citycertification.intake.submission.domain.Outcome.NoEffect;
import org.citycertification.intake.submission.domain.Outcome.Reason;
import org.citycertification.intake.submission.domain.TimelineEntry.Step;
import org.jspecify.annotations.Nullable;

/** Where a submission stands, and what each piece of news makes of it. */
public sealed interface SubmissionState {
    /** We have it; nobody has begun to review it. */
    SubmissionState RECEIVED = new Received();

    /** People are reviewing it. */
    SubmissionState UNDER_REVIEW = new UnderReview();

    /** Its stable name. */
    String name();

    /** Whether it still keeps the city from sending another one in the same cycle. */
    boolean isOpen();

    /** What the beginning of the review does. */
    Outcome on(CaseNews.Opened news);

    /** What a released decision does. */
    Outcome on(CaseNews.Released news);

    /** The state that a decision leads to. */
    static SubmissionState decided(@Nullable CertificationLevel level) {
        return level == null ? new NotCertified() : new Certified(level);
    }

    /** See {@link #RECEIVED}. */
    record Received() implements SubmissionState {
        @Override
        public String name() {
            return "RECEIVED";
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Outcome on(CaseNews.Opened news) {
            return new Moved(UNDER_REVIEW, new TimelineEntry(news.at(), Step.REVIEW_BEGAN, news.automatic()));
        }

        @Override
        public Outcome on(CaseNews.Released news) {
            return decide(news);
        }
    }

    /** See {@link #UNDER_REVIEW}. */
    record UnderReview() implements SubmissionState {
        @Override
        public String name() {
            return "UNDER_REVIEW";
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Outcome on(CaseNews.Opened news) {
            return new NoEffect(Reason.KNOWN);
        }

        @Override
        public Outcome on(CaseNews.Released news) {
            return decide(news);
        }
    }

    /** Decided; a level was reached. */
    record Certified(CertificationLevel level) implements SubmissionState {
        @Override
        public String name() {
            return "CERTIFIED";
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public Outcome on(CaseNews.Opened news) {
            return new NoEffect(Reason.TOO_LATE);
        }

        @Override
        public Outcome on(CaseNews.Released news) {
            return again(level, news);
        }
    }

    /** Decided; no level was reached. */
    record NotCertified() implements SubmissionState {
        @Override
        public String name() {
            return "NOT_CERTIFIED";
        }

        @Override
        public boolean isOpen() {
            return false;
        }

        @Override
        public Outcome on(CaseNews.Opened news) {
            return new NoEffect(Reason.TOO_LATE);
        }

        @Override
        public Outcome on(CaseNews.Released news) {
            return again(null, news);
        }
    }

    private static Outcome decide(CaseNews.Released news) {
        Tally tally = news.decision().tally();
        return new Moved(decided(tally.level()), new TimelineEntry(news.at(), Step.DECIDED, tally));
    }

    private static Outcome again(@Nullable CertificationLevel standing, CaseNews.Released news) {
        boolean same = standing == news.decision().tally().level();
        return new NoEffect(same ? Reason.KNOWN : Reason.CONTRADICTS_DECISION);
    }
}
