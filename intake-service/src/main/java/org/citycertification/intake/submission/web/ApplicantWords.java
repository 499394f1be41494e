package org.citycertification.intake.submission.web;

import java.util.List;
import java.util.Locale;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.submission.domain.CertificationLevel;
import org.citycertification.intake.submission.domain.SubmissionState;
import org.citycertification.intake.submission.domain.Tally;
import org.citycertification.intake.submission.domain.TimelineEntry;
import org.jspecify.annotations.Nullable;

/** Says to people in a city hall what happened and what happens next, without words of our trade. */
final class ApplicantWords {
    private static final String SYSTEM = "the programme's computer, usually within a minute";
    private static final String REVIEWERS = "reviewers of the programme";
    private static final String CITY = "your city";

    private ApplicantWords() {}

    /** A step that is still to come, and who takes it. */
    record Next(String step, String by) {}

    static List<Next> next(SubmissionState state, EditionId edition) {
        var review = new Next(
                "At least two people, each on their own, check your answers and what you sent to support them.",
                REVIEWERS);
        var decision = new Next(
                "Once they agree, the decision is released: it appears here and your contacts receive an e-mail.",
                REVIEWERS);
        return switch (state.name()) {
            case "RECEIVED" ->
                List.of(
                        new Next("Your answers are compared with the rules of edition " + edition + ".", SYSTEM),
                        review,
                        decision);
            case "UNDER_REVIEW" -> List.of(review, decision);
            case "CERTIFIED" ->
                List.of(new Next("You may send your next assessment whenever there is more to show.", CITY));
            default ->
                List.of(new Next("Work on what the roadmap lists, then send your next assessment at any time.", CITY));
        };
    }

    static String text(TimelineEntry entry) {
        Tally tally = entry.tally();
        return switch (entry.step()) {
            case RECEIVED -> "We received your assessment. It cannot get lost or be changed any more.";
            case REVIEW_BEGAN -> "People have begun to review your assessment." + provisional(tally);
            case DECIDED -> decided(tally);
        };
    }

    private static String provisional(@Nullable Tally tally) {
        if (tally == null) {
            return "";
        }
        return " By your answers alone %d of %d criteria would count, %s; the review may change this."
                .formatted(
                        tally.met(),
                        tally.outOf(),
                        tally.level() == null ? "not yet enough for a level" : "enough for " + name(tally.level()));
    }

    private static String decided(@Nullable Tally tally) {
        if (tally == null) {
            return "The reviewers decided.";
        }
        return tally.level() == null
                ? "The reviewers decided: %d of %d criteria count, which is not yet enough for a level. The roadmap lists what is missing."
                        .formatted(tally.met(), tally.outOf())
                : "The reviewers decided: your city is certified at level %s, with %d of %d criteria."
                        .formatted(name(tally.level()), tally.met(), tally.outOf());
    }

    private static String name(CertificationLevel level) {
        return level.name().charAt(0) + level.name().substring(1).toLowerCase(Locale.ROOT);
    }
}
