package org.citycertification.scoring.whatif.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.citycertification.scoring.edition.domain.CertificationLevel;
import org.citycertification.scoring.edition.domain.CriterionCode;

/**
 * The effects on many submissions, counted.
 *
 * @param moves how many submissions come from which level to which, those that stay included
 * @param criteria what each criterion does, the one that moves most levels first
 * @param byThresholdsAlone how many levels change although no criterion is won or lost in that direction
 */
public record Tally(List<Move> moves, List<CriterionEffect> criteria, long byThresholdsAlone) {

    public Tally {
        moves = List.copyOf(moves);
        criteria = List.copyOf(criteria);
    }

    /** So many submissions have this level under their own edition and that under the draft; empty is none. */
    public record Move(Optional<CertificationLevel> from, Optional<CertificationLevel> to, long submissions) {
        /** Positive if it rises. */
        public int direction() {
            return Integer.compare(rank(to), rank(from));
        }
    }

    /**
     * What a criterion does.
     *
     * @param gained submissions that meet it under the draft only
     * @param lost submissions that meet it under their own edition only
     * @param levelChanges of these, how many have another level in the same direction
     */
    public record CriterionEffect(CriterionCode criterion, long gained, long lost, long levelChanges) {}

    /** Counts. */
    public static Tally of(Collection<Effect> effects) {
        var moves = new TreeMap<List<Integer>, Move>(Comparator.<List<Integer>, Integer>comparing(pair -> pair.get(0))
                .thenComparing(pair -> pair.get(1)));
        Map<CriterionCode, long[]> criteria = new TreeMap<>();
        long alone = 0;
        for (var effect : effects) {
            var pair = List.of(effect.before().rank(), effect.after().rank());
            moves.merge(pair, new Move(effect.before().level(), effect.after().level(), 1), Tally::plus);
            effect.gained().forEach(code -> counts(criteria, code)[0]++);
            effect.lost().forEach(code -> counts(criteria, code)[1]++);
            effect.causes().forEach(code -> counts(criteria, code)[2]++);
            alone += effect.direction() != 0 && effect.causes().isEmpty() ? 1 : 0;
        }
        return new Tally(List.copyOf(moves.values()), sorted(criteria), alone);
    }

    private static Move plus(Move one, Move other) {
        return new Move(one.from(), one.to(), one.submissions() + other.submissions());
    }

    private static long[] counts(Map<CriterionCode, long[]> criteria, CriterionCode code) {
        return criteria.computeIfAbsent(code, first -> new long[3]);
    }

    private static List<CriterionEffect> sorted(Map<CriterionCode, long[]> criteria) {
        return criteria.entrySet().stream()
                .map(entry -> new CriterionEffect(
                        entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2]))
                .sorted(Comparator.comparingLong(CriterionEffect::levelChanges)
                        .reversed()
                        .thenComparing(CriterionEffect::criterion))
                .toList();
    }

    private static int rank(Optional<CertificationLevel> level) {
        return level.map(CertificationLevel::rank).orElse(0);
    }

    /** Submissions whose level rises. */
    public long rising() {
        return count(1);
    }

    /** Submissions whose level falls. */
    public long falling() {
        return count(-1);
    }

    /** Submissions whose level stays. */
    public long staying() {
        return count(0);
    }

    private long count(int direction) {
        return moves.stream()
                .filter(move -> Integer.signum(move.direction()) == direction)
                .mapToLong(Move::submissions)
                .sum();
    }
}
