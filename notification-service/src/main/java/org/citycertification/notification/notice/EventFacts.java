package org.citycertification.notification.notice;

import java.util.List;
import org.citycertification.messaging.gate.UnknownKind;
import org.citycertification.notification.letter.AnnouncementFacts;
import org.citycertification.notification.letter.DecisionFacts;
import org.citycertification.notification.letter.Level;
import org.citycertification.notification.letter.Standing;
import org.citycertification.schemas.review.v1.CaseEvent;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.citycertification.schemas.review.v1.CertificationKind;
import org.citycertification.schemas.review.v1.DecidedCriterion;
import org.citycertification.schemas.review.v1.DecisionReleased;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.jspecify.annotations.Nullable;

/** Takes from an event what a letter tells; an event with words from the future has to wait for the upgrade. */
final class EventFacts {
    private EventFacts() {}

    static void requireKnown(CaseEvent event) {
        if (event.getOpened() == null) {
            throw new UnknownKind("Case " + event.getCaseId() + " changed in a way this build does not know");
        }
    }

    static DecisionFacts of(DecisionReleased decision) {
        Level level = level(decision.getLevel());
        Standing standing = standing(decision.getKind());
        if (standing == Standing.REVOKED || standing == Standing.EXPIRED) {
            throw new UnknownKind("There is no letter to a city about " + standing);
        }
        return new DecisionFacts(
                decision.getSubmissionId(),
                decision.getCityName(),
                decision.getEditionId(),
                decision.getMet(),
                decision.getOutOf(),
                level,
                standing,
                decision.getAreas().stream()
                        .map(area ->
                                new DecisionFacts.Area(area.getArea(), area.getName(), area.getMet(), area.getOutOf()))
                        .toList(),
                unmet(decision.getCriteria()),
                decision.getEmbargoUntil());
    }

    private static List<DecisionFacts.UnmetCriterion> unmet(List<DecidedCriterion> criteria) {
        return criteria.stream()
                .filter(criterion -> !criterion.getMet())
                .map(criterion -> new DecisionFacts.UnmetCriterion(
                        criterion.getCriterion(),
                        criterion.getArea(),
                        criterion.getTitle(),
                        criterion.getMissing(),
                        criterion.getReason()))
                .toList();
    }

    static AnnouncementFacts of(CertificationEvent event) {
        Standing standing = standing(event.getKind());
        if (standing == null) {
            throw new UnknownKind("A certification event without a kind");
        }
        return new AnnouncementFacts(
                event.getCityName(),
                event.getSubdivision(),
                event.getCountry(),
                standing,
                level(event.getLevel()),
                event.getCertificationId(),
                event.getEditionId(),
                event.getCohortYear(),
                event.getAnnouncedOn(),
                event.getValidUntil());
    }

    private static @Nullable Level level(@Nullable CertificationLevel level) {
        if (level == null) {
            return null;
        }
        return switch (level) {
            case SILVER -> Level.SILVER;
            case GOLD -> Level.GOLD;
            case PLATINUM -> Level.PLATINUM;
            case UNKNOWN -> throw new UnknownKind("A level that this build does not know");
        };
    }

    private static @Nullable Standing standing(@Nullable CertificationKind kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case NEW -> Standing.NEW;
            case LEVEL_UP -> Standing.LEVEL_UP;
            case RECERTIFIED -> Standing.RECERTIFIED;
            case LEVEL_DOWN -> Standing.LEVEL_DOWN;
            case CORRECTED -> Standing.CORRECTED;
            case REVOKED -> Standing.REVOKED;
            case EXPIRED -> Standing.EXPIRED;
            case UNKNOWN -> throw new UnknownKind("A kind of certification event that this build does not know");
        };
    }
}
