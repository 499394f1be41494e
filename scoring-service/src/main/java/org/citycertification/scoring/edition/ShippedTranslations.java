package org.citycertification.scoring.edition;

import java.util.List;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.Translation;

/** Translations that come with this build, for editions that were published without them. */
@FunctionalInterface
public interface ShippedTranslations {

    /** Those of one edition, each as far as it goes: an edition may share texts with one that is translated. */
    List<Translation> of(Edition edition);
}
