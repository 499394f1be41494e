package org.citycertification.notification.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citycertification.notification.letter.DecisionFacts.Area;
import org.citycertification.notification.letter.DecisionFacts.UnmetCriterion;

/** Invented decisions and announcements. */
public final class LetterFixtures {
    public static final UUID SUBMISSION = UUID.fromString("6f1d2c1a-0b57-4b0e-9a53-6d2d0f6a1001");
    public static final UUID CERTIFICATION = UUID.fromString("6f1d2c1a-0b57-4b0e-9a53-6d2d0f6a2001");

    private LetterFixtures() {}

    public static List<Area> areas() {
        return List.of(
                new Area("DM", "Data Management", 7, 9),
                new Area("LC", "Leadership and Capacity", 6, 7),
                new Area("OD", "Open Data", 4, 4),
                new Area("PA", "Performance and Analytics", 4, 5),
                new Area("BF", "Data-Driven Budget and Finance", 2, 3),
                new Area("RDC", "Results-Driven Contracting", 3, 8),
                new Area("CI", "Community Impact", 3, 3),
                new Area("EVAL", "Evaluations", 0, 4));
    }

    public static List<UnmetCriterion> unmet() {
        List<UnmetCriterion> unmet = new ArrayList<>();
        unmet.add(new UnmetCriterion(
                "DM3",
                "DM",
                "Sharing Data",
                List.of(
                        "Checklist: 3 of the required 4 items are met; staff know whom to ask about a dataset is one to look at."),
                null));
        unmet.add(new UnmetCriterion(
                "DM5",
                "DM",
                "Protecting Data Privacy and Confidentiality",
                List.of("No evidence of the kind policy was given: the written privacy rules in force."),
                "The linked policy is a draft of 2019 that the council never adopted."));
        unmet.add(
                new UnmetCriterion("EVAL1", "EVAL", "Establishing City-Wide Evaluation Commitments", List.of(), null));
        return unmet;
    }

    public static DecisionFacts gold(String city) {
        return new DecisionFacts(SUBMISSION, city, "2022-r1", 29, 43, Level.GOLD, Standing.NEW, areas(), unmet(), null);
    }

    public static DecisionFacts goldUnderEmbargo(String city) {
        return new DecisionFacts(
                SUBMISSION,
                city,
                "2022-r1",
                29,
                43,
                Level.GOLD,
                Standing.LEVEL_UP,
                areas(),
                unmet(),
                Instant.parse("2026-12-03T15:00:00Z"));
    }

    public static DecisionFacts notCertified(String city) {
        return new DecisionFacts(SUBMISSION, city, "2022-r1", 18, 43, null, null, areas(), unmet(), null);
    }

    public static AnnouncementFacts announcement(String city) {
        return new AnnouncementFacts(
                city,
                "UY-MO",
                "UY",
                Standing.NEW,
                Level.SILVER,
                CERTIFICATION,
                "2022-r1",
                2026,
                LocalDate.parse("2026-11-23"),
                LocalDate.parse("2029-11-23"));
    }
}
