package org.citycertification.scoring.edition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CanonicalRulesTests {

    private static final String CRITERION = "{\"checklist\":[{\"evidenceNotOlderThanMonths\":12,\"id\":\"?.a\","
            + "\"text\":\"Lately.\"},{\"id\":\"?.b\",\"text\":\"Ever.\"}],\"code\":\"?\","
            + "\"description\":\"Description ?\",\"evidence\":[{\"count\":1,\"kind\":\"document\","
            + "\"notOlderThanMonths\":24,\"shows\":\"It.\"}],\"prerequisites\":[],\"required\":1,\"title\":\"Title ?\"}";

    @Test
    void holdsEveryPartThatAnEditionUses() {
        assertThat(CanonicalRules.of(WholeEdition.asItIs()))
                .isEqualTo("{\"areas\":[{\"code\":\"TT\",\"criteria\":[" + CRITERION.replace("?", "TT1")
                        + "],\"name\":\"Area TT\"}],\"eligibility\":{\"countries\":[\"US\",\"UY\"],"
                        + "\"minimumPopulation\":30000},\"id\":\"whole-r1\",\"illustrative\":false,\"name\":\"Whole\","
                        + "\"note\":\"A note.\",\"outcomeGate\":{\"outcomes\":[" + CRITERION.replace("?", "OUT1")
                        + "],\"required\":1},\"recognition\":\"With thanks.\",\"rounding\":\"NEAREST\","
                        + "\"thresholds\":[{\"level\":\"GOLD\",\"percent\":68}],\"translations\":{\"es\":"
                        + "{\"TT\":\"Área TT en español\",\"name\":\"Entera\"}},\"validFrom\":\"2027-01-01\","
                        + "\"validityMonths\":24}");
    }

    @Test
    void leavesOutWhatAnEditionDoesNotUse() {
        var plain = WholeEdition.with(whole -> {
            whole.rounding = Rounding.EXACT;
            whole.gate = null;
            whole.validityMonths = null;
            whole.validFrom = null;
            whole.recognition = null;
            whole.areas = List.of(WholeEdition.area("TT", WholeEdition.aged("TT1", null, null)));
            whole.translations = List.of();
        });

        assertThat(CanonicalRules.of(plain))
                .doesNotContain("rounding", "outcomeGate", "valid", "recognition", "OlderThan", "translations")
                .endsWith("\"thresholds\":[{\"level\":\"GOLD\",\"percent\":68}]}");
    }

    @Test
    void escapesEverythingBelowASpaceAndNothingElseButQuotesAndBackslashes() {
        var edition = WholeEdition.with(whole -> whole.name = "\u0000\u001f \u007f\"\\/ñ");

        assertThat(CanonicalRules.of(edition)).contains("\"name\":\"\\u0000\\u001f \u007f\\\"\\\\/ñ\"");
    }
}
