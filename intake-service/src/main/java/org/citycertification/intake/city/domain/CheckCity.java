package org.citycertification.intake.city.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.citycertification.intake.city.domain.CityForm.ContactForm;
import org.citycertification.intake.city.domain.CityForm.PopulationForm;
import org.citycertification.intake.form.domain.Checked;
import org.citycertification.intake.form.domain.Flaws;
import org.jspecify.annotations.Nullable;

/** Reads a city's form and names everything that is wrong with it. */
public final class CheckCity {
    static final int MOST_CONTACTS = 20;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ROLE = 60;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(java.util.Locale.getISOCountries()));
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    private final Flaws flaws = new Flaws();

    private CheckCity() {}

    /** The city that the form describes, or its flaws. */
    public static Checked<City> check(CityId id, CityForm form) {
        return new CheckCity().read(id, form);
    }

    private Checked<City> read(CityId id, CityForm form) {
        String name = flaws.line(form.name(), "/name", LONGEST_NAME);
        String country = country(form.country());
        String subdivision = subdivision(form.subdivision(), country);
        Population population = population(form.population());
        List<Contact> contacts = contacts(form.contacts());
        return flaws.unlessAny(() ->
                new City(id, new CityRecord(name, country, subdivision, Objects.requireNonNull(population)), contacts));
    }

    private String country(@Nullable String country) {
        String text = flaws.line(country, "/country", 2);
        if (!text.isEmpty() && !COUNTRIES.contains(text)) {
            flaws.add("/country", "not-a-country", "A country's code of ISO 3166-1 in two capital letters, e.g. US.");
        }
        return text;
    }

    private @Nullable String subdivision(@Nullable String subdivision, String country) {
        if (subdivision == null) {
            return null;
        }
        if (!SUBDIVISION.matcher(subdivision).matches()) {
            flaws.add(
                    "/subdivision",
                    "not-a-subdivision",
                    "A code of ISO 3166-2, e.g. US-MA; leave it out if none applies.");
        } else if (!subdivision.startsWith(country + "-")) {
            flaws.add("/subdivision", "other-country", "A subdivision's code starts with the code of the country.");
        }
        return subdivision;
    }

    private @Nullable Population population(@Nullable PopulationForm form) {
        if (form == null) {
            flaws.add("/population", "required", "Count, year and source of the population are required.");
            return null;
        }
        int count = within(form.count(), "/population/count", 1, Integer.MAX_VALUE);
        int year = within(form.year(), "/population/year", FIRST_YEAR, LAST_YEAR);
        return new Population(count, year, flaws.line(form.source(), "/population/source", LONGEST_NAME));
    }

    private int within(@Nullable Integer number, String pointer, int least, int most) {
        if (number == null) {
            flaws.add(pointer, "required", "This is required.");
            return least;
        }
        if (number < least || number > most) {
            String range = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
            flaws.add(pointer, "out-of-range", "A whole number, " + range + ".");
        }
        return number;
    }

    private List<Contact> contacts(@Nullable List<@Nullable ContactForm> forms) {
        if (forms == null) {
            flaws.add("/contacts", "required", "The list of contacts is required; it may be empty.");
            return List.of();
        }
        if (forms.size() > MOST_CONTACTS) {
            flaws.add("/contacts", "too-many", "At most " + MOST_CONTACTS + " contacts.");
        }
        var seen = new HashSet<UUID>();
        var contacts = new ArrayList<Contact>();
        for (int i = 0; i < forms.size(); i++) {
            Contact contact = contact(forms.get(i), "/contacts/" + i, seen);
            if (contact != null) {
                contacts.add(contact);
            }
        }
        return contacts;
    }

    private @Nullable Contact contact(@Nullable ContactForm form, String at, Set<UUID> seen) {
        if (form == null) {
            flaws.add(at, "required", "A contact cannot be null.");
            return null;
        }
        UUID id = form.id();
        if (id == null) {
            flaws.add(at + "/id", "required", "A UUID chosen once for this person.");
        } else if (!seen.add(id)) {
            flaws.add(at + "/id", "duplicate-contact", "This contact is in the list already.");
        }
        String name = flaws.line(form.name(), at + "/name", LONGEST_NAME);
        String email = email(form.email(), at + "/email");
        String role = flaws.line(form.role(), at + "/role", LONGEST_ROLE);
        Language language = language(form.language(), at + "/language");
        return id == null ? null : new Contact(new ContactId(id), name, email, role, language);
    }

    private String email(@Nullable String email, String at) {
        if (email == null || !EmailAddress.isPlain(email)) {
            flaws.add(at, "not-an-address", "A plain e-mail address such as ana@city.example, nothing around it.");
            return "";
        }
        return email;
    }

    private Language language(@Nullable String code, String at) {
        var language = code == null ? java.util.Optional.<Language>empty() : Language.of(code);
        if (language.isEmpty()) {
            flaws.add(at, "unknown-language", "One of en, es, pt.");
        }
        return language.orElse(Language.EN);
    }
}
