package org.citycertification.intake.city.domain;

/**
 * A person to write to on behalf of a city.
 *
 * @param role what the person does for the city, e.g. primary
 */
public record Contact(ContactId id, String name, String email, String role, Language language) {}
