package org.citycertification.notification.letter;

/** The letters there are. Part of every notice's key: never rename one. */
public enum Template {
    /** To the city: certified, and at which level. */
    CERTIFIED("certified", DecisionFacts.class),
    /** To the city: not certified, and what is missing. */
    ROADMAP("roadmap", DecisionFacts.class),
    /** To subscribers: the public fact. */
    ANNOUNCEMENT("announcement", AnnouncementFacts.class);

    private final String fileName;
    private final Class<? extends Facts> facts;

    Template(String fileName, Class<? extends Facts> facts) {
        this.fileName = fileName;
        this.facts = facts;
    }

    String fileName() {
        return fileName;
    }

    Class<? extends Facts> facts() {
        return facts;
    }
}
