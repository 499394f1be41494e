package org.citycertification.scoring.scorecard.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.citycertification.schemas.intake.v1.SubmissionEvent;
import org.citycertification.schemas.intake.v1.SubmissionReceived;
import org.citycertification.schemas.scoring.v1.CriterionOutcome;
import org.citycertification.schemas.scoring.v1.NotScored;
import org.citycertification.schemas.scoring.v1.OutcomeGateResult;
import org.citycertification.schemas.scoring.v1.ScorecardEvent;
import org.citycertification.schemas.scoring.v1.SubmissionScored;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.citycertification.schemas.standard.v1.Rounding;
import org.citycertification.schemas.standard.v1.Threshold;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.scorecard.domain.CriterionResult;
import org.citycertification.scoring.scorecard.domain.Evidence;
import org.citycertification.scoring.scorecard.domain.Outcome;
import org.citycertification.scoring.scorecard.domain.Scorecard;
import org.jspecify.annotations.Nullable;

/** Scorecards as events. Nothing but the arguments goes in, so the same submission gives the same bytes every time. */
final class ScorecardMapper {

    private ScorecardMapper() {}

    static ScorecardEvent toEvent(
            SubmissionEvent submission, SubmissionReceived received, PublishedEdition edition, Scorecard scorecard) {
        return ScorecardEvent.newBuilder()
                .setEventId(eventId(submission, edition))
                .setOccurredAt(submission.getOccurredAt())
                .setSubmissionId(submission.getSubmissionId())
                .setVersion(submission.getVersion())
                .setScored(scored(submission, received, edition, scorecard))
                .build();
    }

    /** The answer to a version that is left out. Its name follows from the version, as a scorecard's does. */
    static ScorecardEvent notScored(UUID submission, long version, Instant occurredAt, String reason) {
        return ScorecardEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(("not-scored:" + submission + ":" + version).getBytes(UTF_8)))
                .setOccurredAt(occurredAt)
                .setSubmissionId(submission)
                .setVersion(version)
                .setNotScored(new NotScored(reason))
                .build();
    }

    /** Named by what the scorecard is made from, so that scoring again names it the same. */
    private static UUID eventId(SubmissionEvent submission, PublishedEdition edition) {
        var name = "scorecard:" + submission.getSubmissionId() + ":" + submission.getVersion() + ":" + edition.hash();
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private static SubmissionScored scored(
            SubmissionEvent submission, SubmissionReceived received, PublishedEdition published, Scorecard scorecard) {
        var edition = published.edition();
        return SubmissionScored.newBuilder()
                .setCityId(received.getCityId())
                .setCycleId(received.getCycleId())
                .setCity(received.getCity())
                .setContactIds(received.getContactIds())
                .setSubmittedBy(received.getSubmittedBy())
                .setReceivedAt(submission.getOccurredAt())
                .setContentHash(received.getContentHash())
                .setEditionId(edition.id().value())
                .setEditionHash(published.hash().hex())
                .setMet(scorecard.score().met())
                .setNotAnswered(scorecard.score().notAnswered())
                .setOutOf(scorecard.score().outOf())
                .setProvisionalLevel(scorecard
                        .provisionalLevel()
                        .map(level -> CertificationLevel.valueOf(level.name()))
                        .orElse(null))
                .setThresholds(edition.thresholds().rising().stream()
                        .map(threshold -> new Threshold(
                                CertificationLevel.valueOf(threshold.level().name()), threshold.percent()))
                        .toList())
                .setValidityMonths(edition.validityMonths())
                .setResults(results(edition, scorecard))
                .setRounding(rounding(edition))
                .setAttainable(scorecard.score().attainable())
                .setAsOf(scorecard.asOf())
                .setOutcomeGate(gate(edition, scorecard))
                .build();
    }

    private static @Nullable Rounding rounding(Edition edition) {
        var rounding = edition.thresholds().rounding();
        return rounding == org.citycertification.scoring.edition.domain.Rounding.EXACT
                ? null
                : Rounding.valueOf(rounding.name());
    }

    private static List<org.citycertification.schemas.scoring.v1.CriterionResult> results(
            Edition edition, Scorecard scorecard) {
        var english = EditionWording.of(edition, Stream.empty(), Language.EN);
        return edition.areas().stream()
                .flatMap(area -> area.criteria().stream()
                        .flatMap(criterion -> scorecard.result(criterion.code()).stream())
                        .map(result -> result(area.code().value(), area.name(), result, english)))
                .toList();
    }

    private static @Nullable OutcomeGateResult gate(Edition edition, Scorecard scorecard) {
        var english = EditionWording.of(edition, Stream.empty(), Language.EN);
        return scorecard
                .gate()
                .map(gate -> new OutcomeGateResult(
                        gate.required(),
                        gate.met(),
                        gate.results().stream()
                                .map(result -> result("", "", result, english))
                                .toList()))
                .orElse(null);
    }

    private static org.citycertification.schemas.scoring.v1.CriterionResult result(
            String area, String areaName, CriterionResult result, EditionWording english) {
        var inputs = result.inputs();
        var gaps = new GapMapper(english);
        return org.citycertification.schemas.scoring.v1.CriterionResult.newBuilder()
                .setCriterion(result.criterion().value())
                .setArea(area)
                .setAreaName(areaName)
                .setTitle(english.title(result.criterion()))
                .setOutcome(outcome(result.outcome()))
                .setRule(result.rule().value())
                .setClaimed(inputs.answered() ? inputs.claimed() : null)
                .setTicked(inputs.ticked().stream()
                        .map(ChecklistItemId::value)
                        .sorted()
                        .toList())
                .setEvidence(inputs.evidence().stream().map(Evidence::link).toList())
                .setEvidenceHashes(
                        inputs.evidence().stream().map(Evidence::hash).toList())
                .setGaps(result.shortfalls().stream()
                        .map(shortfall -> shortfall.fold(gaps))
                        .toList())
                .build();
    }

    private static CriterionOutcome outcome(Outcome outcome) {
        return switch (outcome) {
            case MET -> CriterionOutcome.MET;
            case NOT_MET -> CriterionOutcome.NOT_MET;
            case UNKNOWN -> CriterionOutcome.NOT_ANSWERED;
            case BLOCKED -> CriterionOutcome.BLOCKED;
        };
    }
}
