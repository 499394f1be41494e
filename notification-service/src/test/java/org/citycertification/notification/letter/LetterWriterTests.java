package org.citycertification.notification.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterWriterTests {
    private static final String LINKS = "https://portal.example";

    private final LetterWriter writer = writer(LINKS);

    private static LetterWriter writer(@Nullable String baseUrl) {
        return LetterConfiguration.writer(new LetterProperties("City Certification", baseUrl));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Montevideo is certified: Gold",
        "es, Montevideo obtiene la certificación: Oro",
        "pt, Montevideo conquista a certificação: Ouro"
    })
    void namesCityAndLevelInTheSubjectOfTheReadersLanguage(String language, String subject) {
        Letter letter = writer.write(Template.CERTIFIED, LetterFixtures.gold("Montevideo"), "Ana Núñez", language);

        assertThat(letter.subject()).isEqualTo(subject);
        assertThat(letter.language()).isEqualTo(language);
        assertThat(letter.fellBack()).isFalse();
        assertThat(letter.html()).contains("lang=\"" + language + "\"").contains("Ana Núñez");
        assertThat(letter.text()).contains("Ana Núñez");
    }

    @Test
    void tellsTheCertifiedCityItsScoreByArea() {
        Letter letter = writer.write(Template.CERTIFIED, LetterFixtures.gold("Cambridge"), "Ana", "en");

        assertThat(letter.text())
                .contains("- Data Management: 7 of 9\n")
                .contains("- Evaluations: 0 of 4\n")
                .contains("All practice areas: 29 of 43\n")
                .contains("Gold means");
        assertThat(letter.html()).contains("Data Management").contains("7 of 9").contains("29 of 43");
    }

    @Test
    void givesTheNotCertifiedCityARoadmapByArea() {
        Letter letter = writer.write(Template.ROADMAP, LetterFixtures.notCertified("Example Town"), "Ana", "en");

        assertThat(letter.subject()).isEqualTo("The decision on the submission of Example Town, and your roadmap");
        assertThat(letter.text())
                .containsSubsequence(
                        "You have met 18 of 43 criteria",
                        "* Data Management (7 of 9)",
                        "DM3 Sharing Data",
                        "- Checklist: 3 of the required 4 items",
                        "DM5 Protecting Data Privacy",
                        "From the reviewers: The linked policy is a draft of 2019",
                        "* Evaluations (0 of 4)",
                        "EVAL1 Establishing",
                        "Nothing was claimed or shown for this criterion yet.");
        assertThat(letter.html())
                .containsSubsequence("Your roadmap", "Data Management", "DM3", "DM5", "Evaluations", "EVAL1");
        assertThat(letter.text()).doesNotContain("Congratulations").doesNotContain("Gold");
    }

    @Test
    void announcesPublicFactsAlone() {
        Letter letter = writer.write(Template.ANNOUNCEMENT, LetterFixtures.announcement("Montevideo"), null, "en");

        assertThat(letter.subject()).isEqualTo("Montevideo is certified: Silver");
        assertThat(letter.text())
                .contains("City: Montevideo (Uruguay)")
                .contains("Level: Silver")
                .contains("Announced on: November 23, 2026")
                .contains("Valid until: November 23, 2029")
                .contains("Cohort: 2026")
                .doesNotContainPattern("\\d+ of \\d+");
    }

    @ParameterizedTest
    @EnumSource(Standing.class)
    void hasWordsForEveryStandingInEveryLanguage(Standing standing) {
        var some = LetterFixtures.announcement("Quito");
        for (String language : new String[] {"en", "es", "pt"}) {
            var held = standing == Standing.REVOKED || standing == Standing.EXPIRED ? null : Level.GOLD;
            var facts = new AnnouncementFacts(
                    some.cityName(),
                    null,
                    "EC",
                    standing,
                    held,
                    some.certificationId(),
                    some.editionId(),
                    2026,
                    some.announcedOn(),
                    null);

            Letter letter = writer.write(Template.ANNOUNCEMENT, facts, "Ana", language);

            assertThat(letter.subject()).contains("Quito").doesNotContain("{").doesNotContain("??");
            assertThat(letter.html()).contains("Quito").doesNotContain("??");
        }
    }

    @Test
    void namesTheEndOfAnEmbargoWithItsZone() {
        Letter letter = writer.write(Template.CERTIFIED, LetterFixtures.goldUnderEmbargo("Recife"), "Ana", "pt");

        assertThat(letter.text()).contains("3 de dezembro de 2026, 15:00 UTC").doesNotContain("é pública a partir");
    }

    @Test
    void fallsBackToEnglishAndSaysSo() {
        Letter letter = writer.write(Template.CERTIFIED, LetterFixtures.gold("Montréal"), "Ana", "fr");

        assertThat(letter.language()).isEqualTo("en");
        assertThat(letter.fellBack()).isTrue();
        assertThat(letter.subject()).isEqualTo("Montréal is certified: Gold");
    }

    @Test
    void understandsALanguageWithARegion() {
        assertThat(writer.write(Template.CERTIFIED, LetterFixtures.gold("Recife"), "Ana", "pt-BR")
                        .language())
                .isEqualTo("pt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x>", "{0} ${7*7} [(${7*7})] #{level.GOLD} *{x}"})
    void takesNothingFromAValueButItsLetters(String value) {
        Letter letter = writer.write(Template.CERTIFIED, LetterFixtures.gold(value), value, "en");

        assertThat(letter.html())
                .doesNotContain("<script>")
                .doesNotContain("<img")
                .doesNotContain("49");
        assertThat(letter.text()).contains(value).doesNotContain("49");
        assertThat(letter.subject()).isEqualTo(value + " is certified: Gold");
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void fetchesNothingFromElsewhere(Template template) {
        Letter letter = writer.write(template, facts(template), "Ana", "en");

        assertThat(letter.html())
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("<link")
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<style")
                .doesNotContain("url(")
                .doesNotContain(" th:");
        assertThat(letter.html().replace(LINKS, "").replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http");
    }

    @Test
    void linksToTheConfiguredAddressOnly() {
        Letter with = writer.write(Template.ROADMAP, LetterFixtures.notCertified("Quito"), "Ana", "en");
        Letter without = writer(null).write(Template.ROADMAP, LetterFixtures.notCertified("Quito"), "Ana", "en");

        assertThat(with.text()).contains(LINKS + "/submissions/" + LetterFixtures.SUBMISSION);
        assertThat(with.html()).contains("href=\"" + LINKS + "/submissions/" + LetterFixtures.SUBMISSION + "\"");
        assertThat(without.html()).doesNotContain("href");
        assertThat(without.text()).doesNotContain("http");
    }

    @Test
    void writesTheSameLetterTwice() {
        var facts = LetterFixtures.gold("Cambridge");

        assertThat(writer.write(Template.CERTIFIED, facts, "Ana", "es"))
                .isEqualTo(writer.write(Template.CERTIFIED, facts, "Ana", "es"));
    }

    @ParameterizedTest
    @EnumSource(Template.class)
    void readsBackTheFactsThatItWrote(Template template) {
        Facts facts = facts(template);

        assertThat(FactsJson.read(template, FactsJson.write(facts))).isEqualTo(facts);
    }

    /** For people: the letters as files, to be looked at in a browser. */
    @Test
    void leavesEveryLetterToBeLookedAt() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "letters"));
        for (Template template : Template.values()) {
            for (String language : new String[] {"en", "es", "pt"}) {
                Letter letter = writer.write(template, facts(template), "Ana Núñez (invented)", language);
                Files.writeString(folder.resolve(template + "-" + language + ".html"), letter.html());
                Files.writeString(folder.resolve(template + "-" + language + ".txt"), letter.text());
            }
        }

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(18).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        }
    }

    private static Facts facts(Template template) {
        return switch (template) {
            case CERTIFIED -> LetterFixtures.gold("Cambridge");
            case ROADMAP -> LetterFixtures.notCertified("Example Town");
            case ANNOUNCEMENT -> LetterFixtures.announcement("Montevideo");
        };
    }
}
