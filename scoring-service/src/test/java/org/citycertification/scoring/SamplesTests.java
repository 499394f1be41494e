package org.citycertification.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.citycertification.scoring.edition.EditionFixtures;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.scorecard.domain.Answer;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.scorecard.domain.Evidence;
import org.citycertification.scoring.scorecard.domain.Outcome;
import org.citycertification.scoring.scorecard.domain.Scorecard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files in {@code samples/} score as their names and README promise. */
class SamplesTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
        cambridge-ma.json, us-ma-cambridge,    33, GOLD
        montevideo-uy.json, uy-mo-montevideo,  25, SILVER
        example-town.json, us-ma-example-town, 14,\
        """)
    void scoresAsPromised(String file, String cityId, int met, CertificationLevel level) {
        var scorecard = score(file);

        assertThat(Sample.read(file).cityId()).isEqualTo(cityId);
        assertThat(Sample.read(file).note()).containsIgnoringCase("invented");
        assertThat(scorecard.score().met()).isEqualTo(met);
        assertThat(scorecard.provisionalLevel().orElse(null)).isEqualTo(level);
    }

    @Test
    void explainsTheThreeGapsOfCambridge() {
        var scorecard = score("cambridge-ma.json");

        assertThat(reasons(scorecard, "DM3"))
                .containsExactly("ChecklistShort[criterion=DM3, have=3, need=4, missing=[DM3.d, DM3.e], unproven=[]]");
        assertThat(reasons(scorecard, "DM6"))
                .containsExactly(
                        "EvidenceMissing[criterion=DM6, kind=policy, have=0, need=1, tooOld=0, earliest=null]");
        assertThat(reasons(scorecard, "PA4")).containsExactly("NotAnswered[criterion=PA4]");
        assertThat(scorecard.results().stream().filter(result -> result.outcome() == Outcome.UNKNOWN))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"cambridge-ma.json", "montevideo-uy.json", "example-town.json"})
    void linksNowhere(String file) {
        assertThat(Sample.read(file).assessment().answers().stream().flatMap(answer -> answer.evidence().stream()))
                .allSatisfy(evidence -> assertThat(evidence.link()).matches("https://[a-z.]+\\.example/.*"));
    }

    private static List<String> reasons(Scorecard scorecard, String criterion) {
        return scorecard.result(new CriterionCode(criterion)).orElseThrow().shortfalls().stream()
                .map(Object::toString)
                .toList();
    }

    private static Scorecard score(String file) {
        var body = Sample.read(file).assessment();
        assertThat(body.editionId()).isEqualTo("2022-r1");
        return Scorecard.of(
                EditionFixtures.shipped(),
                Assessment.of(body.answers().stream().map(SamplesTests::answer).toList()));
    }

    private static Answer answer(Sample.AnswerBody body) {
        var ticked = new HashSet<>(
                body.checklist().stream().map(ChecklistItemId::new).toList());
        var evidence = body.evidence().stream()
                .map(piece -> new Evidence(new EvidenceKind(piece.kind()), piece.link()))
                .toList();
        return new Answer(new CriterionCode(body.criterion()), body.met(), ticked, evidence);
    }
}
