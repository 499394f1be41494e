package org.citycertification.intake.edition.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
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
        shelf.put(retired(event(published())));
        shelf.put(event(published()));

        var retirement = shelf.find(ID).orElseThrow().retirement();

        assertThat(retirement).isEqualTo(new Retirement(Instant.EPOCH, "Replaced."));
    }

    @Test
    void namesTheEditionsThatAreOpen() {
        shelf.put(event(published()));
        var other = EditionEvent.newBuilder(event(published())).setEditionId("2019-r4");
        shelf.put(retired(EditionEvent.newBuilder(other).setEditionId("2021-r1").build()));
        shelf.put(other.build());

        assertThat(new MirroredEditions(shelf, wait -> true).open()).containsExactly(new EditionId("2019-r4"), ID);
    }

    private static EditionEvent retired(EditionEvent published) {
        return EditionEvent.newBuilder(published)
                .setVersion(2)
                .setRetired(new EditionRetired(Instant.EPOCH, "person-carol", "Replaced."))
                .build();
    }

    private static EditionEvent event(EditionPublished published) {
        return EditionEvent.newBuilder()
                .setEventId(new UUID(1, 1))
                .setOccurredAt(Instant.EPOCH)
                .setEditionId(ID.value())
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
