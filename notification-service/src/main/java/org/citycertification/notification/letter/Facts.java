package org.citycertification.notification.letter;

/** What a letter tells. Kept in the ledger, so it never holds a person's name or address. */
public sealed interface Facts permits DecisionFacts, AnnouncementFacts {}
