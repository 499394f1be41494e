package org.citycertification.scoring.scorecard;

import java.util.List;
import org.citycertification.scoring.scorecard.domain.Assessment;

/** A form after the check. */
public sealed interface SelfCheck {

    /** Nothing is wrong; this is what it means. */
    record Sound(Assessment assessment) implements SelfCheck {}

    /** Everything that is wrong. */
    record Flawed(List<Flaw> flaws) implements SelfCheck {
        public Flawed {
            flaws = List.copyOf(flaws);
        }
    }
}
