package org.citycertification.messaging.restore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.DefaultApplicationArguments;

/** Who says that a database was restored. */
class AfterRestoreTests {

    @ParameterizedTest(name = "{0} with property {1}")
    @CsvSource(textBlock = """
            --after-restore,       false, true
            --after-restore=true,  false, true
            --after-restore=false, true,  false
            --other,               false, false
            --other,               true,  true
            after-restore,         false, false""")
    void isAskedByOptionOrElseByProperty(String argument, boolean property, boolean asked) {
        assertThat(AfterRestore.of(new DefaultApplicationArguments(argument), property)
                        .asked())
                .isEqualTo(asked);
    }
}
