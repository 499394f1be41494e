package org.citycertification.intake.city;

import java.time.Instant;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.city.domain.Contact;
import org.citycertification.intake.city.domain.ContactId;

/** Tells other services whom to write to. */
public interface ContactEvents {
    /**
     * The contact is now like this.
     *
     * @param version counts what was told of this contact, from 1
     */
    void recorded(CityId city, Contact contact, long version, Instant at);

    /** The contact is to be forgotten everywhere. */
    void erased(ContactId contact);
}
