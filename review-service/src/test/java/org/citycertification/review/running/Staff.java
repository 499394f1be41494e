package org.citycertification.review.running;

import org.citycertification.http.testing.TestTokens;

/** Tokens of those who work with cases. */
final class Staff {
    static final TestTokens TOKENS = TestTokens.create();

    private Staff() {}

    static String reviewer(String name) {
        return TOKENS.of(name, "reviewer");
    }

    static String reviewerOf(String name, String cityId) {
        return TOKENS.sign(
                TestTokens.claims(name, "reviewer").claim("city_id", cityId).build());
    }

    /** The machine client of a person. */
    static String machineOf(String name, String... roles) {
        return TOKENS.sign(TestTokens.claims(name + "-client", roles)
                .claim("person", "person-" + name)
                .build());
    }

    static String coordinator() {
        return TOKENS.of("coordinator", "coordinator");
    }
}
