package org.citycertification.intake.city;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.citycertification.intake.city.domain.City;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.city.domain.Contact;
import org.citycertification.intake.city.domain.ContactId;

/** The recorded cities. */
public interface Cities {
    /** The city, if it is recorded. */
    Optional<RecordedCity> find(CityId id);

    /** The city, which nobody else changes until the transaction ends; others may do the same. */
    Optional<RecordedCity> findUnchanging(CityId id);

    /** The city, which is this transaction's alone to change. */
    Optional<RecordedCity> findToChange(CityId id);

    /** Records a new city without its contacts, as revision 1; false if it is recorded already. */
    boolean add(City city, Instant now);

    /** Replaces the city's record, not its contacts. */
    void replace(City city, long revision, Instant now);

    /** Those of the contacts that belong to another city, or did before they were removed. */
    Set<ContactId> belongingToOthers(CityId city, Collection<ContactId> contacts);

    /** Moves a contact to this place in its city's list. */
    void place(ContactId contact, int position);

    /** Keeps the contact as it is now; returns the number of the event that tells of it. */
    long keep(CityId city, Contact contact, int position);

    /** Forgets the person; the id stays, without a name or an address. */
    void forget(ContactId contact, Instant now);
}
