package org.citycertification.scoring.scorecard;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.scorecard.domain.Answer;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.scorecard.domain.Evidence;

/** Answers for tests. */
public final class AssessmentFixtures {

    private AssessmentFixtures() {}

    /** The first criteria of the edition met, the rest answered with no. */
    public static Assessment meeting(int criteria, Edition edition) {
        return Assessment.of(IntStream.range(0, edition.criteria().size())
                .mapToObj(i -> i < criteria
                        ? meeting(edition.criteria().get(i))
                        : notClaiming(edition.criteria().get(i).code().value()))
                .toList());
    }

    /** Exactly as many items and pieces of evidence as the criterion needs. */
    public static Answer meeting(Criterion criterion) {
        var ticked = criterion.checklist().items().stream()
                .limit(criterion.checklist().required())
                .map(item -> item.id())
                .toList();
        var evidence = criterion.evidence().stream()
                .flatMap(rule -> evidence(criterion.code(), rule))
                .toList();
        return new Answer(criterion.code(), true, new HashSet<>(ticked), evidence);
    }

    public static Answer notClaiming(String code) {
        return new Answer(new CriterionCode(code), false, Set.of(), List.of());
    }

    public static Answer claiming(String code, Set<String> items, Evidence... evidence) {
        var ticked = new HashSet<ChecklistItemId>();
        items.forEach(item -> ticked.add(new ChecklistItemId(code + "." + item)));
        return new Answer(new CriterionCode(code), true, ticked, List.of(evidence));
    }

    public static Evidence document(String link) {
        return new Evidence(new EvidenceKind("document"), link);
    }

    private static Stream<Evidence> evidence(CriterionCode code, EvidenceRule rule) {
        return IntStream.range(0, rule.count())
                .mapToObj(i -> new Evidence(rule.kind(), "https://city.example/" + code + "/" + rule.kind() + "/" + i));
    }
}
