package org.citycertification.scoring.scorecard.domain;

/**
 * Criteria met out of those counted, provisional until people have decided.
 *
 * @param met criteria that are met now, one point each
 * @param notAnswered criteria without an answer: not zero points but unknown ones
 * @param attainable how many would be met if every unanswered criterion turned out to be met; the total is the range
 *     from met to this
 * @param outOf all criteria of the edition, unanswered ones included
 */
public record Score(int met, int notAnswered, int attainable, int outOf) {

    public Score {
        if (met < 0 || notAnswered < 0 || met > attainable || attainable > outOf) {
            throw new IllegalArgumentException("0 <= met <= attainable <= outOf must hold, but it is " + met + ", "
                    + attainable + ", " + outOf + " with " + notAnswered + " unanswered");
        }
    }
}
