package org.citycertification.http.problem;

/**
 * One place in the request that is wrong.
 *
 * @param pointer JSON pointer into the body, {@code /<name>} for a query parameter, empty for the request as a whole
 * @param code kebab-case, stable for programs
 * @param message one sentence for a person
 */
public record ProblemError(String pointer, String code, String message) {}
