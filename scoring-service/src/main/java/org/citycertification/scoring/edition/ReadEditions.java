package org.citycertification.scoring.edition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.edition.domain.Language;

/** Published editions as people read them, in their language. */
public class ReadEditions {

    private final Editions editions;
    private final ShippedTranslations translations;

    public ReadEditions(Editions editions, ShippedTranslations translations) {
        this.editions = editions;
        this.translations = translations;
    }

    /** An edition and its texts in a language; what is not translated is in English. */
    public record ReadableEdition(PublishedEdition edition, EditionWording wording) {}

    public Optional<ReadableEdition> find(EditionId id, Language language) {
        return editions.find(id).map(edition -> readable(edition, language));
    }

    /** All of them, by id. */
    public List<ReadableEdition> all(Language language) {
        return editions.all().stream()
                .map(edition -> readable(edition, language))
                .toList();
    }

    /** Whether what was published before this instance started is known; until then an absence means nothing. */
    public boolean areKnown() {
        return editions.areKnown();
    }

    /** Its own translations count before those that were shipped for it. */
    public ReadableEdition readable(PublishedEdition published, Language language) {
        var edition = published.edition();
        var all = Stream.concat(edition.translations().stream(), translations.of(edition).stream());
        return new ReadableEdition(published, EditionWording.of(edition, all, language));
    }
}
