package org.citycertification.intake.edition.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.citycertification.intake.edition.EditionsUnavailable;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.edition.domain.EditionId;
import org.citycertification.intake.edition.domain.Retirement;
import org.citycertification.schemas.scoring.v1.ChecklistItem;
import org.citycertification.schemas.scoring.v1.Criterion;
import org.citycertification.schemas.scoring.v1.EditionEvent;
import org.citycertification.schemas.scoring.v1.EditionPublished;
import org.citycertification.schemas.scoring.v1.EditionRetired;
import org.junit.jupiter.api.Test;

class MirroredEditionsTests {
    private static final EditionId ID = new EditionId("2022-r1");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final EditionShelf shelf = new EditionShelf();

    @Test
    void findsAKnownEditionWithoutWaiting() {
        shelf.put(event(published()));

        Edition edition = new MirroredEditions(shelf, wait -> fail("nothing to wait for"))
                .find(ID)
                .orElseThrow();

        assertThat(edition.minimumPopulation()).isEqualTo(30_000);
        assertThat(edition.countries()).containsExactlyInAnyOrder("US", "UY");
        assertThat(edition.checklistOf("DM3")).isEqualTo(Set.of("DM3.a", "DM3.b"));
        assertThat(edition.checklistOf("DM4")).isNull();
    }

    @Test
    void findsAnEditionThatArrivesWhileItWaits() {
        var editions = new MirroredEditions(shelf, wait -> {
            shelf.put(event(published()));
            return true;
        });

        assertThat(editions.find(ID)).isPresent();
    }

    @Test
    void saysThatThereIsNoneOnlyAtTheEndOfTheTopic() {
        assertThat(new MirroredEditions(shelf, wait -> true).find(ID)).isEmpty();
        assertThatExceptionOfType(EditionsUnavailable.class)
                .isThrownBy(() -> new MirroredEditions(shelf, wait -> false).find(ID));
    }

    @Test
    void keepsAnEditionWhenNewsOfItIsNotUnderstood() {
        shelf.put(event(published()));
        shelf.put(EditionEvent.newBuilder()
                .setEventId(new UUID(1, 2))
                .setOccurredAt(Instant.EPOCH)
                .setEditionId(ID.value())
                .setVersion(2)
                .build());

        assertThat(shelf.find(ID)).isPresent();
    }

    @Test
    void keepsAnEditionRetiredAlsoWhenTheTopicIsReadAgainFromItsBeginning() {
        shelf.put(event(published()));
        shelf.put(retired(ID.value()));
        shelf.put(event(published()));

        var retirement = shelf.find(ID).orElseThrow().retirement();

        assertThat(retirement).isEqualTo(new Retirement(Instant.EPOCH, "Replaced."));
    }

    @Test
    void namesTheEditionsThatAreOpen() {
        shelf.put(event(published()));
        shelf.put(event("2019-r4", published()));
        shelf.put(retired("2021-r1"));
        shelf.put(event("2027-r1", beginning(TODAY.plusDays(1))));
        shelf.put(event("2026-r1", beginning(TODAY)));

        assertThat(new MirroredEditions(shelf, wait -> true).openOn(TODAY))
                .containsExactly(new EditionId("2019-r4"), ID, new EditionId("2026-r1"));
    }

    private static EditionPublished beginning(LocalDate validFrom) {
        var published = published();
        published.put("validFrom", validFrom);
        return published;
    }

    private static EditionEvent retired(String id) {
        var retired = event(id, published());
        retired.put("retired", new EditionRetired(Instant.EPOCH, "person-carol", "Replaced."));
        return retired;
    }

    private static EditionEvent event(EditionPublished published) {
        return event(ID.value(), published);
    }

    private static EditionEvent event(String id, EditionPublished published) {
        return EditionEvent.newBuilder()
                .setEventId(new UUID(1, 1))
                .setOccurredAt(Instant.EPOCH)
                .setEditionId(id)
                .setVersion(1)
                .setPublished(published)
                .build();
    }

    private static EditionPublished published() {
        return EditionPublished.newBuilder()
                .setContentHash("0")
                .setName("Invented")
                .setIllustrative(true)
                .setNote("")
                .setAreas(List.of())
                .setCriteria(List.of(Criterion.newBuilder()
                        .setCode("DM3")
                        .setArea("DM")
                        .setTitle("Invented")
                        .setDescription("Invented.")
                        .setRequired(1)
                        .setChecklist(
                                List.of(new ChecklistItem("DM3.a", "A", null), new ChecklistItem("DM3.b", "B", null)))
                        .setEvidence(List.of())
                        .setPrerequisites(List.of())
                        .build()))
                .setThresholds(List.of())
                .setMinimumPopulation(30_000)
                .setCountries(List.of("US", "UY"))
                .build();
    }
}
