package org.citycertification.intake.city;

import java.util.Set;
import org.citycertification.intake.city.domain.ContactId;

/** What became of a city's record that somebody wanted to keep. */
public sealed interface Recording {
    /** The city is new. */
    record Added(long revision) implements Recording {}

    /** The city was known and is changed. */
    record Changed(long revision) implements Recording {}

    /** The city is recorded exactly like this. */
    record Unchanged(long revision) implements Recording {}

    /** The city is known; a change has to say which revision it is based on. */
    record ConditionMissing(long revision) implements Recording {}

    /** Somebody else has changed the city since. */
    record ChangedMeanwhile(long revision) implements Recording {}

    /** The change is based on a revision, but there is no such city. */
    record NothingToChange() implements Recording {}

    /** These contacts belong to another city. */
    record ForeignContacts(Set<ContactId> contacts) implements Recording {}
}
