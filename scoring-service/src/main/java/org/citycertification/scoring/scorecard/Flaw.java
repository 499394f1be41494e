package org.citycertification.scoring.scorecard;

/**
 * One thing that is wrong with an assessment's form.
 *
 * @param pointer JSON pointer to the place
 * @param code the rule, kebab-case, the same as intake's
 * @param message one sentence for a person
 */
public record Flaw(String pointer, String code, String message) {}
