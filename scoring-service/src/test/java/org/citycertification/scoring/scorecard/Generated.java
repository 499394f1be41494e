package org.citycertification.scoring.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.citycertification.scoring.edition.EditionFixtures;
import org.citycertification.scoring.edition.domain.AreaCode;
import org.citycertification.scoring.edition.domain.Checklist;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.ChecklistItemId;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.CriterionCode;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EvidenceKind;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.scorecard.domain.Answer;
import org.citycertification.scoring.scorecard.domain.Assessment;
import org.citycertification.scoring.scorecard.domain.Evidence;

/** Editions and assessments of every sort, the same for the same seed. */
final class Generated {

    static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final List<String> KINDS = List.of("document", "policy", "minutes");

    private final Random random;

    Generated(long seed) {
        random = new Random(seed);
    }

    Edition edition() {
        int size = 1 + random.nextInt(20);
        var criteria = new ArrayList<Criterion>();
        for (int i = 1; i <= size; i++) {
            criteria.add(criterion("TT" + i, criteria));
        }
        return EditionFixtures.edition("test-r1", new PracticeArea(new AreaCode("TT"), "Area", criteria));
    }

    private Criterion criterion(String code, List<Criterion> earlier) {
        int count = 1 + random.nextInt(4);
        var items = IntStream.range(0, count)
                .mapToObj(i ->
                        new ChecklistItem(new ChecklistItemId(code + "." + "abcd".charAt(i)), "Item " + i, months(12)))
                .toList();
        var rules = KINDS.stream()
                .filter(kind -> random.nextInt(3) == 0)
                .map(kind -> new EvidenceRule(new EvidenceKind(kind), 1 + random.nextInt(2), "It.", months(24)))
                .toList();
        var prerequisites = earlier.stream()
                .map(Criterion::code)
                .filter(each -> random.nextInt(6) == 0)
                .toList();
        return new Criterion(
                new CriterionCode(code),
                code,
                code,
                new Checklist(1 + random.nextInt(count), items),
                rules,
                prerequisites);
    }

    private Integer months(int months) {
        return random.nextInt(3) == 0 ? months : null;
    }

    Assessment assessment(Edition edition) {
        return Assessment.of(
                edition.criteria().stream()
                        .filter(criterion -> random.nextInt(8) > 0)
                        .map(this::answer)
                        .toList(),
                DAY);
    }

    private Answer answer(Criterion criterion) {
        var ticked = new HashSet<ChecklistItemId>();
        criterion.checklist().items().stream()
                .map(ChecklistItem::id)
                .filter(item -> random.nextInt(6) > 0)
                .forEach(ticked::add);
        var evidence = IntStream.range(0, 1 + random.nextInt(5))
                .mapToObj(i -> new Evidence(
                        new EvidenceKind(KINDS.get(random.nextInt(3))),
                        random.nextInt(10) == 0 ? "" : "https://city.example/" + random.nextInt(4),
                        random.nextInt(5) == 0 ? null : DAY.minusMonths(random.nextInt(30) - 1L)))
                .toList();
        return new Answer(criterion.code(), random.nextInt(10) > 0, ticked, evidence);
    }
}
