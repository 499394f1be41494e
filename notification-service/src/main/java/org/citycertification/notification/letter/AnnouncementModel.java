package org.citycertification.notification.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the announcement says, word by word. */
record AnnouncementModel(Phrases phrases) {
    /** One line of the table of facts. */
    record FactLine(String label, String value) {}

    Map<String, Object> of(AnnouncementFacts facts) {
        Level held = facts.level();
        String level = held == null ? "" : phrases.of("level." + held);
        Map<String, Object> model = new HashMap<>();
        String place = facts.cityName() + " (" + phrases.country(facts.country()) + ")";
        model.put("city", facts.cityName());
        model.put("subject", phrases.of("announcement.subject." + facts.standing(), facts.cityName(), level));
        model.put("lead", phrases.of("announcement.lead." + facts.standing(), place, level));
        model.put("lines", lines(facts, place, level));
        if (held != null) {
            model.put("levelCode", held.name());
            model.put("meaning", phrases.of("level." + held + ".means"));
        }
        return model;
    }

    private List<FactLine> lines(AnnouncementFacts facts, String place, String level) {
        List<FactLine> lines = new ArrayList<>();
        String subdivision = facts.subdivision();
        lines.add(line("fact.city", place));
        if (subdivision != null) {
            lines.add(line("fact.region", subdivision));
        }
        if (!level.isEmpty()) {
            lines.add(line("fact.level", level));
        }
        lines.add(line("fact.announced", phrases.date(facts.announcedOn())));
        LocalDate validUntil = facts.validUntil();
        if (validUntil != null) {
            lines.add(line("fact.valid", phrases.date(validUntil)));
        }
        lines.add(line("fact.cohort", String.valueOf(facts.cohortYear())));
        lines.add(line("fact.edition", facts.editionId()));
        lines.add(line("fact.certification", facts.certificationId().toString()));
        return lines;
    }

    private FactLine line(String key, String value) {
        return new FactLine(phrases.of(key), value);
    }
}
