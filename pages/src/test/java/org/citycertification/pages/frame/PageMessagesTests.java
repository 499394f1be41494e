package org.citycertification.pages.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.citycertification.pages.testing.MessageBundles;
import org.junit.jupiter.api.Test;

class PageMessagesTests {

    @Test
    void saysTheSameInThreeLanguages() {
        assertThat(MessageBundles.faults("messages/pages")).isEmpty();
    }

    @Test
    void knowsEveryTextThatATemplateAsksFor() {
        assertThat(MessageBundles.unknownKeys(Path.of("src/main/resources/templates"), "messages/pages"))
                .isEmpty();
    }
}
