package org.citycertification.scoring.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.junit.jupiter.api.Test;

class ShippedEditionTests {

    private static final Edition SHIPPED = EditionFixtures.shipped();

    /** If this fails, the content of a published edition was changed: make it 2022-r2 instead. */
    @Test
    void hasTheContentUnderWhichItIsPublished() {
        assertThat(EditionHash.of(SHIPPED).hex())
                .isEqualTo("262d0f347ec72f81209114a5b2555e370ead69ca9b18928fb49e46f9d3f073e3");
    }

    @Test
    void hasTheCriteriaOfTheStandardAreaByArea() {
        var counts = SHIPPED.areas().stream()
                .collect(Collectors.toMap(
                        area -> area.code().value(), area -> area.criteria().size()));

        assertThat(counts).isEqualTo(Map.of("DM", 9, "LC", 7, "OD", 4, "PA", 5, "BF", 3, "RDC", 8, "CI", 3, "EVAL", 4));
        assertThat(SHIPPED.criteria()).hasSize(43);
        assertThat(SHIPPED.illustrative()).isTrue();
    }

    @Test
    void needsTheNumbersOfItemsOnRecord() {
        assertThat(checklistRule("DM3")).isEqualTo("4 of 5");
        assertThat(checklistRule("DM5")).isEqualTo("2 of 3");
    }

    @Test
    void givesEveryCriterionSomethingToCheckAndToShow() {
        assertThat(SHIPPED.criteria()).allSatisfy(criterion -> {
            assertThat(criterion.checklist().items()).hasSizeBetween(2, 5);
            assertThat(criterion.evidence()).isNotEmpty();
            assertThat(criterion.description()).endsWith(".").doesNotContain(". ");
        });
    }

    @Test
    void saysNothingTwice() {
        Function<Criterion, List<String>> texts = criterion ->
                criterion.checklist().items().stream().map(item -> item.text()).toList();

        assertThat(SHIPPED.criteria().stream().flatMap(criterion -> texts.apply(criterion).stream()))
                .doesNotHaveDuplicates();
        assertThat(SHIPPED.criteria()).extracting(Criterion::description).doesNotHaveDuplicates();
    }

    private static String checklistRule(String code) {
        var checklist = SHIPPED.criterion(new CriterionCode(code)).orElseThrow().checklist();
        return checklist.required() + " of " + checklist.items().size();
    }
}
