package org.citycertification.review.reviewcase.domain;

/**
 * One thing wrong with what was sent.
 *
 * @param index which finding, from 0
 * @param field which of its fields
 * @param code kebab-case, stable for programs
 * @param message one English sentence
 */
public record Fault(int index, String field, String code, String message) {}
