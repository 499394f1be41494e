package org.citycertification.scoring.edition;

import java.util.List;
import org.citycertification.scoring.edition.domain.Edition;

/** The editions that come with this build. */
@FunctionalInterface
public interface ShippedEditions {

    List<Edition> all();
}
