package org.citycertification.intake.form.domain;

/**
 * One thing that is wrong with a form.
 *
 * @param pointer JSON pointer to the place
 * @param code the rule, kebab-case, stable for programs
 * @param message one sentence for a person
 */
public record Flaw(String pointer, String code, String message) {}
