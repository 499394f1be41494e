package org.citycertification.scoring.edition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.citycertification.scoring.edition.domain.ContentHash;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.Retirement;

/** A log as its port describes it: whoever opens it shuts out the writers before. */
final class InMemoryEditionLogs implements EditionLogs {

    private final List<PublishedEdition> written = new ArrayList<>();
    private final Deque<Runnable> beforeWriting = new ArrayDeque<>();
    private int writer;

    /** Happens once, after a writer has looked and before it writes; several one after another. */
    void beforeTheNextWrite(Runnable event) {
        beforeWriting.add(event);
    }

    /** In the order of their publication. */
    List<PublishedEdition> written() {
        return List.copyOf(written);
    }

    @Override
    public EditionLog open() {
        return new Writer(++writer);
    }

    private final class Writer implements EditionLog {

        private final int number;
        private final List<PublishedEdition> seen = List.copyOf(written);

        private Writer(int number) {
            this.number = number;
        }

        @Override
        public Optional<ContentHash> published(EditionId id) {
            return latest(id).map(PublishedEdition::hash);
        }

        @Override
        public Optional<Retirement> retirement(EditionId id) {
            return latest(id).map(PublishedEdition::retirement);
        }

        @Override
        public void publish(PublishedEdition edition) {
            write(edition);
        }

        @Override
        public void retire(EditionId id, Retirement retirement) {
            write(latest(id).orElseThrow().retired(retirement));
        }

        private Optional<PublishedEdition> latest(EditionId id) {
            return seen.stream().filter(each -> each.edition().id().equals(id)).reduce((earlier, later) -> later);
        }

        private void write(PublishedEdition edition) {
            Optional.ofNullable(beforeWriting.poll()).ifPresent(Runnable::run);
            if (number != writer) {
                throw new EditionLogTaken(new IllegalStateException("writer " + number + ", now " + writer));
            }
            written.add(edition);
        }

        @Override
        public void close() {}
    }
}
