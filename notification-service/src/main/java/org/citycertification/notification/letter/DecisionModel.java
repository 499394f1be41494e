package org.citycertification.notification.letter;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the letters about a decision say, word by word. */
record DecisionModel(Phrases phrases) {
    /**
     * One practice area in a letter.
     *
     * @param name in the reader's language
     * @param percent share met, for the bar
     */
    record AreaLine(String name, int met, int outOf, int percent, List<DecisionFacts.UnmetCriterion> unmet) {}

    Map<String, Object> of(DecisionFacts decision) {
        Map<String, Object> model = new HashMap<>();
        model.put("city", decision.cityName());
        model.put("edition", decision.editionId());
        model.put("englishNote", phrases.of("english.note"));
        model.put("met", decision.met());
        model.put("outOf", decision.outOf());
        model.put("open", decision.unmet().size());
        model.put(
                "areas",
                decision.areas().stream().map(area -> line(area, decision)).toList());
        Instant embargo = decision.embargoUntil();
        if (embargo != null) {
            model.put("embargo", phrases.moment(embargo));
        }
        Level level = decision.level();
        if (level == null) {
            model.put("subject", phrases.of("roadmap.subject", decision.cityName()));
        } else {
            model.putAll(certified(decision, level));
        }
        return model;
    }

    private Map<String, Object> certified(DecisionFacts decision, Level level) {
        String name = phrases.of("level." + level);
        Standing standing = decision.standing() == null ? Standing.NEW : decision.standing();
        return Map.of(
                "subject", phrases.of("certified.subject", decision.cityName(), name),
                "level", name,
                "levelCode", level.name(),
                "lead", phrases.of("certified.lead." + standing, decision.cityName(), name),
                "meaning", phrases.of("level." + level + ".means"));
    }

    private AreaLine line(DecisionFacts.Area area, DecisionFacts decision) {
        int percent = area.outOf() == 0 ? 0 : 100 * area.met() / area.outOf();
        var unmet = decision.unmet().stream()
                .filter(criterion -> criterion.area().equals(area.code()))
                .toList();
        return new AreaLine(
                phrases.orElse("area." + area.code(), area.name()), area.met(), area.outOf(), percent, unmet);
    }
}
