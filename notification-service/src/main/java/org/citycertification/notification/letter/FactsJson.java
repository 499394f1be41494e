package org.citycertification.notification.letter;

import tools.jackson.databind.json.JsonMapper;

/** Facts as they are kept in the ledger. */
public final class FactsJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private FactsJson() {}

    public static String write(Facts facts) {
        return JSON.writeValueAsString(facts);
    }

    public static Facts read(Template template, String json) {
        return JSON.readValue(json, template.facts());
    }
}
