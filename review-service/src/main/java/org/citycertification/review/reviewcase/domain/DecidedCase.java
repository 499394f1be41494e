package org.citycertification.review.reviewcase.domain;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A case that people have closed; nothing changes it any more.
 *
 * @param grant what the city was granted, {@code null} if it is not certified
 */
public record DecidedCase(
        CaseFile file,
        Round current,
        Decision decision,
        @Nullable Grant grant) implements ReviewCase {

    @Override
    public <T> T fold(Function<UnderReview, T> underReview, Function<DecidedCase, T> decided) {
        return decided.apply(this);
    }

    /** The same case after its city was certified. */
    public DecidedCase with(Grant given) {
        return new DecidedCase(file, current, decision, given);
    }
}
