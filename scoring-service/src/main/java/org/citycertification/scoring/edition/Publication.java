package org.citycertification.scoring.edition;

import java.util.List;
import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.EditionId;

/** What came of an attempt to publish an edition. */
public sealed interface Publication {

    <T> T fold(Cases<T> cases);

    /** One answer for each outcome. */
    interface Cases<T> {
        T published(Published outcome);

        T known(Known outcome);

        T conflict(Conflict outcome);

        T misnamed(Misnamed outcome);

        T faulty(Faulty outcome);
    }

    /** It was new, and is now published for ever. */
    record Published(PublishedEdition edition) implements Publication {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.published(this);
        }
    }

    /** It was published before, with the same content. */
    record Known(PublishedEdition edition) implements Publication {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.known(this);
        }
    }

    /** Other content is published under its id. */
    record Conflict(EditionId id, ContentHash published, ContentHash given) implements Publication {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.conflict(this);
        }
    }

    /** The file is that of another edition than the one named. */
    record Misnamed(EditionId named, EditionId inFile) implements Publication {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.misnamed(this);
        }
    }

    /** The file is not that of an edition. */
    record Faulty(List<FileProblem> problems) implements Publication {
        public Faulty {
            problems = List.copyOf(problems);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.faulty(this);
        }
    }
}
