package org.citycertification.scoring.edition;

import java.util.Optional;
import org.citycertification.scoring.edition.domain.EditionId;

/** Translations of an edition's titles; where there is none the English text of the edition is shown. */
@FunctionalInterface
public interface EditionTexts {

    /**
     * A title in another language.
     *
     * @param code of an area or of a criterion
     * @param language a tag such as {@code es}
     */
    Optional<String> title(EditionId edition, String code, String language);
}
