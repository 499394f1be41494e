package org.citycertification.intake.city.domain;

/**
 * Inhabitants of a city.
 *
 * @param source who counted
 */
public record Population(int count, int year, String source) {}
