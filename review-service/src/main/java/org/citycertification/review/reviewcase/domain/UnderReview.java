package org.citycertification.review.reviewcase.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A case on which people still work. */
public record UnderReview(CaseFile file, Round current) implements ReviewCase {

    /** Different people that must approve the same outcome (FEATURES R4). */
    public static final int QUORUM = 2;

    /** The case that a submission's first scorecard opens. */
    public static UnderReview open(Scorecard scorecard) {
        var file = new CaseFile(
                CaseId.of(scorecard.submissionId()), Set.of(scorecard.submittedBy()), scorecard, List.of());
        return new UnderReview(file, Round.first(new CaseTag(scorecard.submissionVersion(), 1)));
    }

    @Override
    public <T> T fold(Function<UnderReview, T> underReview, Function<DecidedCase, T> decided) {
        return underReview.apply(this);
    }

    /** A later version of the submission: everybody judges it afresh, earlier rounds stay readable. */
    public UnderReview replacedBy(Scorecard scorecard) {
        if (scorecard.submissionVersion() <= file.scorecard().submissionVersion()) {
            throw new IllegalArgumentException("Version %d does not replace version %d"
                    .formatted(scorecard.submissionVersion(), file.scorecard().submissionVersion()));
        }
        Set<PersonId> submitters = new HashSet<>(file.submitters());
        submitters.add(scorecard.submittedBy());
        var tag = new CaseTag(scorecard.submissionVersion(), current.tag().round() + 1);
        return new UnderReview(new CaseFile(file.id(), submitters, scorecard, rounds()), Round.first(tag));
    }

    /** Replaces this reviewer's own findings. */
    public Verdict<UnderReview> recordFindings(
            Reviewer reviewer, List<ProposedFinding> findings, Predicate<CaseTag> basedOn) {
        Optional<Refusal> broken = CaseRules.firstBroken(CaseRules.FINDINGS, this, reviewer, basedOn);
        if (broken.isPresent()) {
            return Verdict.refused(broken.get());
        }
        List<Fault> faults = FindingRules.faults(findings, file.scorecard());
        if (!faults.isEmpty()) {
            return Verdict.refused(new Refusal.UnusableFindings(faults));
        }
        var own = new Findings(findings.stream()
                .map(finding -> new Finding(finding.criterion(), finding.met(), new Reason(finding.reason())))
                .toList());
        return Verdict.accepted(new UnderReview(file, current.with(reviewer.person(), own)));
    }

    /** Approves the outcome of the automatic results and this reviewer's own findings. */
    public Verdict<Approved> approve(
            Reviewer reviewer, @Nullable String note, Predicate<CaseTag> basedOn, OutcomeHash hash, Instant at) {
        Optional<Refusal> broken = CaseRules.firstBroken(CaseRules.APPROVAL, this, reviewer, basedOn);
        if (broken.isPresent()) {
            return Verdict.refused(broken.get());
        }
        String text = note == null ? "" : note.strip();
        Optional<String> unusable = Note.problemOf(text);
        if (unusable.isPresent()) {
            return Verdict.refused(new Refusal.UnusableText("note", unusable.get()));
        }
        Findings own = current.findingsOf(reviewer.person());
        String outcome = hash.of(file.scorecard(), ValidatedResults.of(file.scorecard(), own));
        var kept = text.isEmpty() ? null : new Note(text);
        return Verdict.accepted(after(new Approval(reviewer.person(), tag(), own, outcome, kept, at)));
    }

    private Approved after(Approval approval) {
        var next = new UnderReview(file, current.with(approval));
        ValidatedResults outcome = next.outcomeOf(approval);
        List<Approval> same = next.current.approvals().stream()
                .filter(other -> next.outcomeOf(other).equals(outcome))
                .toList();
        if (same.size() >= QUORUM) {
            return new Approved.Agreed(
                    new DecidedCase(file, next.current, Decision.of(file.scorecard(), same, approval.at()), null),
                    approval);
        }
        return next.current.approvals().size() == 1
                ? new Approved.Waiting(next, approval)
                : new Approved.Differing(next, approval, next.differences());
    }

    /** Criteria on which the approvals of this round differ; empty while there are fewer than two. */
    public List<CriterionCode> differences() {
        return ValidatedResults.differences(
                current.approvals().stream().map(this::outcomeOf).toList());
    }

    private ValidatedResults outcomeOf(Approval approval) {
        return ValidatedResults.of(file.scorecard(), approval.findings());
    }

    /** Ends the round without a decision. */
    public Verdict<UnderReview> giveBack(Reviewer reviewer, String reason, Predicate<CaseTag> basedOn, Instant at) {
        Optional<Refusal> broken = CaseRules.firstBroken(CaseRules.RETURN, this, reviewer, basedOn);
        if (broken.isPresent()) {
            return Verdict.refused(broken.get());
        }
        Optional<String> unusable = Reason.problemOf(reason);
        if (unusable.isPresent()) {
            return Verdict.refused(new Refusal.UnusableText("reason", unusable.get()));
        }
        List<Round> past = new ArrayList<>(file.past());
        past.add(current.with(new Return(reviewer.person(), new Reason(reason), at)));
        var moved = new CaseFile(file.id(), file.submitters(), file.scorecard(), past);
        return Verdict.accepted(new UnderReview(moved, current.next()));
    }
}
