package org.citycertification.intake.city;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.citycertification.intake.access.RowScope;
import org.citycertification.intake.city.Recording.Added;
import org.citycertification.intake.city.Recording.Changed;
import org.citycertification.intake.city.Recording.ChangedMeanwhile;
import org.citycertification.intake.city.Recording.ConditionMissing;
import org.citycertification.intake.city.Recording.ForeignContacts;
import org.citycertification.intake.city.Recording.NothingToChange;
import org.citycertification.intake.city.Recording.Unchanged;
import org.citycertification.intake.city.domain.City;
import org.citycertification.intake.city.domain.Contact;
import org.citycertification.intake.city.domain.ContactId;
import org.springframework.transaction.annotation.Transactional;

/** Staff record a city, or change its record, and everybody who writes letters hears of its contacts. */
public class RecordCity {
    private final Cities cities;
    private final ContactEvents events;
    private final RowScope scope;

    public RecordCity(Cities cities, ContactEvents events, RowScope scope) {
        this.cities = cities;
        this.events = events;
        this.scope = scope;
    }

    /**
     * Keeps the city as given.
     *
     * @param basedOn whether a current revision is the one that the change is based on; empty for a new city
     */
    @Transactional
    public Recording record(City city, Optional<LongPredicate> basedOn, Instant now) {
        scope.staff();
        Set<ContactId> foreign = cities.belongingToOthers(
                city.id(), city.contacts().stream().map(Contact::id).toList());
        if (!foreign.isEmpty()) {
            return new ForeignContacts(foreign);
        }
        Optional<RecordedCity> known = cities.findToChange(city.id());
        if (known.isEmpty() && basedOn.isPresent()) {
            return new NothingToChange();
        }
        if (known.isEmpty() && cities.add(city, now)) {
            keepContacts(city, List.of(), now);
            return new Added(1);
        }
        return change(known.or(() -> cities.findToChange(city.id())).orElseThrow(), city, basedOn, now);
    }

    private Recording change(RecordedCity known, City city, Optional<LongPredicate> basedOn, Instant now) {
        if (known.city().equals(city)) {
            return new Unchanged(known.revision());
        }
        if (basedOn.isEmpty()) {
            return new ConditionMissing(known.revision());
        }
        if (!basedOn.get().test(known.revision())) {
            return new ChangedMeanwhile(known.revision());
        }
        long revision = known.revision() + 1;
        cities.replace(city, revision, now);
        keepContacts(city, known.city().contacts(), now);
        return new Changed(revision);
    }

    private void keepContacts(City city, List<Contact> before, Instant now) {
        var gone = new HashSet<>(before.stream().map(Contact::id).toList());
        for (int position = 0; position < city.contacts().size(); position++) {
            Contact contact = city.contacts().get(position);
            gone.remove(contact.id());
            if (before.contains(contact)) {
                cities.place(contact.id(), position);
            } else {
                events.recorded(city.id(), contact, cities.keep(city.id(), contact, position), now);
            }
        }
        before.stream().map(Contact::id).filter(gone::contains).forEach(contact -> {
            cities.forget(contact, now);
            events.erased(contact);
        });
    }
}
