package org.citycertification.pages.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SignInPropertiesTests {

    @Test
    void takesTheDemonstrationsSecretOnThisMachine() {
        assertThat(bound(Map.of()).clientSecret()).isEqualTo("demo-secret");
    }

    @Test
    void refusesTheDemonstrationsSecretForAnotherProvider() {
        var settings = Map.of("pages.sign-in.issuer", "https://people.city.example");

        assertThatThrownBy(() -> bound(settings))
                .rootCause()
                .hasMessage("pages.sign-in.client-secret is still the demonstration's;"
                        + " set the one that https://people.city.example gave you");
    }

    @Test
    void takesAProvidersOwnSecret() {
        var settings =
                Map.of("pages.sign-in.issuer", "https://people.city.example", "pages.sign-in.client-secret", "its-own");

        assertThat(bound(settings).clientSecret()).isEqualTo("its-own");
    }

    private static SignInProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("pages.sign-in", SignInProperties.class);
    }
}
