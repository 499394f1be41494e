package org.citycertification.intake.running;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.citycertification.schemas.scoring.v1.ChecklistItem;
import org.citycertification.schemas.scoring.v1.Criterion;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.scoring.v1.EditionPublished;
import org.citycertification.schemas.scoring.v1.EditionRetired;
import org.citycertification.schemas.scoring.v1.PracticeArea;

/** A small edition, as scoring publishes one. */
final class EditionEvents {
    private EditionEvents() {}

    static EditionEvent edition2022() {
        return edition("2022-r1");
    }

    static EditionEvent edition(String id) {
        return EditionEvent.newBuilder()
                .setEventId(UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .setOccurredAt(Instant.parse("2026-01-02T03:04:05Z"))
                .setEditionId(id)
                .setVersion(1)
                .setPublished(EditionPublished.newBuilder()
                        .setContentHash("0".repeat(64))
                        .setName("Invented edition")
                        .setIllustrative(true)
                        .setNote("For tests")
                        .setAreas(List.of(
                                new PracticeArea("DM", "Data management"), new PracticeArea("LC", "Leadership")))
                        .setCriteria(List.of(criterion("DM1", "DM"), criterion("DM2", "DM"), criterion("LC1", "LC")))
                        .setThresholds(List.of())
                        .setMinimumPopulation(30_000)
                        .setCountries(List.of("US", "UY", "MX"))
                        .build())
                .build();
    }

    /** An edition that is valid from a day on. */
    static EditionEvent beginning(String id, LocalDate validFrom) {
        var always = edition(id);
        var published = EditionPublished.newBuilder(always.getPublished()).setValidFrom(validFrom);
        return EditionEvent.newBuilder(always).setPublished(published.build()).build();
    }

    /** The same edition, out of use. */
    static EditionEvent retired(String id, String reason) {
        return EditionEvent.newBuilder(edition(id))
                .setVersion(2)
                .setRetired(new EditionRetired(Instant.parse("2026-11-25T23:59:59Z"), "person-carol", reason))
                .build();
    }

    private static Criterion criterion(String code, String area) {
        return Criterion.newBuilder()
                .setCode(code)
                .setArea(area)
                .setTitle("Invented " + code)
                .setDescription("Invented.")
                .setRequired(1)
                .setChecklist(List.of(
                        new ChecklistItem(code + ".a", "One thing", null),
                        new ChecklistItem(code + ".b", "Another thing", null)))
                .setEvidence(List.of())
                .setPrerequisites(List.of())
                .build();
    }
}
