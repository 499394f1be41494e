package org.citycertification.review.reviewcase.domain;

import java.util.function.Function;

/** What became of a command: a result, or why not. */
public sealed interface Verdict<T> {

    record Accepted<T>(T result) implements Verdict<T> {}

    record Refused<T>(Refusal refusal) implements Verdict<T> {}

    static <T> Verdict<T> accepted(T result) {
        return new Accepted<>(result);
    }

    static <T> Verdict<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    default <R> R fold(Function<? super T, ? extends R> accepted, Function<Refusal, ? extends R> refused) {
        if (this instanceof Accepted<T> yes) {
            return accepted.apply(yes.result());
        }
        return refused.apply(((Refused<T>) this).refusal());
    }

    default <R> Verdict<R> then(Function<? super T, Verdict<R>> next) {
        return fold(next, Verdict::refused);
    }
}
