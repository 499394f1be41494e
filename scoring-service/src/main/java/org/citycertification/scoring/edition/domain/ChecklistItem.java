package org.citycertification.scoring.edition.domain;

/** One statement that a city ticks if it is true of it. */
public record ChecklistItem(ChecklistItemId id, String text) {}
