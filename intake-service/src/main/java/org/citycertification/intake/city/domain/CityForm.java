package org.citycertification.intake.city.domain;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A city's record as somebody filled it in, unchecked: anything may be missing. */
public record CityForm(
        @Nullable String name,
        @Nullable String country,
        @Nullable String subdivision,
        @Nullable PopulationForm population,
        @Nullable List<@Nullable ContactForm> contacts) {

    /** Inhabitants as filled in. */
    public record PopulationForm(
            @Nullable Integer count,
            @Nullable Integer year,
            @Nullable String source) {}

    /** A contact as filled in. */
    public record ContactForm(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String role,
            @Nullable String language) {}
}
