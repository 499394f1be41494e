package org.citycertification.intake.running;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Request bodies; people and cities are invented. */
final class Bodies {
    private Bodies() {}

    /** A city's record as a tree that a test may change. */
    static final class City {
        final Map<String, Object> members = new TreeMap<>();

        City with(String member, Object value) {
            members.put(member, value);
            return this;
        }

        City without(String member) {
            members.remove(member);
            return this;
        }

        @Override
        public String toString() {
            return Reply.JSON.writeValueAsString(members);
        }
    }

    static City city() {
        return new City()
                .with("name", "Ciudad Inventada")
                .with("country", "US")
                .with("subdivision", "US-MA")
                .with("population", population(118_403))
                .with("contacts", List.of(contact(UUID.randomUUID(), "Ana Invented")));
    }

    static Map<String, Object> population(int count) {
        return Map.of("count", count, "year", 2020, "source", "Invented census");
    }

    static Map<String, Object> contact(UUID id, String name) {
        return Map.of("id", id, "name", name, "email", "ana@ciudad.example", "role", "primary", "language", "es");
    }

    static final String ANSWERS = """
            {"editionId":"2022-r1","answers":[
              {"criterion":"DM1","met":true,"checklist":["DM1.b","DM1.a"],
               "evidence":[{"kind":"policy","label":"Política de datos","link":"https://ciudad.example/policy","date":"2026-03-31"}],
               "comment":"Approved by the council."},
              {"criterion":"LC1","met":false,"checklist":[],"evidence":[]}]}""";
}
