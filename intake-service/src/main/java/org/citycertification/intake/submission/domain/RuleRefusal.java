package org.citycertification.intake.submission.domain;

/**
 * A rule of the edition that the city's record does not satisfy.
 *
 * @param rule its id
 * @param required what the rule asks for
 * @param recorded what the city's record says
 * @param message both in one sentence
 */
public record RuleRefusal(String rule, String required, String recorded, String message) {}
