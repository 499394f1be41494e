package org.citycertification.scoring.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.EditionDifferences.Difference;
import org.citycertification.scoring.edition.domain.EditionDifferences.Kind;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.file.EditionFile;
import org.junit.jupiter.api.Test;

/** The example of a draft differs from what ships as its first lines say. */
class DraftTests {

    private static final EditionId SHIPPED = new EditionId("2022-r1");

    @Test
    void differsInTwoTighterRulesOneCriterionAndOnePrerequisite() throws IOException {
        var draft = Files.readAllBytes(Path.of("../samples/editions/2026-draft.yml"));

        var check = new CheckEdition(new EditionFile(), new OneEdition(PublishedEdition.of(EditionFixtures.shipped())))
                .check(draft, Optional.of(SHIPPED));

        assertThat(check.problems()).isEmpty();
        assertThat(check.comparedWith()).contains(SHIPPED);
        assertThat(check.differences())
                .filteredOn(difference -> !difference.wording())
                .containsExactly(
                        new Difference(Kind.CHANGED, "DM2.required", "3", "4", false),
                        new Difference(
                                Kind.CHANGED, "BF3.evidence.document", "1", "1, not older than 24 months", false),
                        new Difference(Kind.REMOVED, "CI3", "criterion", "", false),
                        new Difference(Kind.ADDED, "EVAL3.prerequisites", "", "EVAL2", false));
        assertThat(check.differences())
                .filteredOn(Difference::wording)
                .extracting(Difference::place)
                .containsExactly("name.en");
    }

    @Test
    void saysWhatIsWrongInsteadOfComparing() {
        var check = new CheckEdition(new EditionFile(), new OneEdition(PublishedEdition.of(EditionFixtures.shipped())))
                .check("id: X".getBytes(java.nio.charset.StandardCharsets.UTF_8), Optional.of(SHIPPED));

        assertThat(check.isSound()).isFalse();
        assertThat(check.edition()).isEmpty();
        assertThat(check.problems())
                .extracting(FileProblem::path)
                .contains("id", "name", "areas", "thresholds", "eligibility");
        assertThat(check.differences()).isEmpty();
    }

    private record OneEdition(PublishedEdition published) implements Editions {
        @Override
        public Optional<PublishedEdition> find(EditionId id) {
            return Optional.of(published)
                    .filter(edition -> edition.edition().id().equals(id));
        }

        @Override
        public List<PublishedEdition> all() {
            return List.of(published);
        }

        @Override
        public boolean areKnown() {
            return true;
        }

        @Override
        public boolean awaitAllPublished() {
            return true;
        }
    }
}
