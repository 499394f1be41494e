package org.citycertification.scoring.edition.web;

import java.util.List;
import org.citycertification.scoring.edition.EditionCheck;
import org.citycertification.scoring.edition.FileProblem;
import org.citycertification.scoring.edition.domain.EditionDifferences.Difference;
import org.citycertification.scoring.edition.domain.EditionId;
import org.jspecify.annotations.Nullable;

/** The answer to somebody who has a file checked. */
record CheckView(
        boolean sound,
        @Nullable String id,
        @Nullable String contentHash,
        List<FileProblem> problems,
        @Nullable String comparedWith,
        List<Difference> differences) {

    static CheckView of(EditionCheck check) {
        return new CheckView(
                check.isSound(),
                check.edition().map(edition -> edition.edition().id().value()).orElse(null),
                check.edition().map(edition -> edition.hash().hex()).orElse(null),
                check.problems(),
                check.comparedWith().map(EditionId::value).orElse(null),
                check.differences());
    }
}
