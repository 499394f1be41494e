package org.citycertification.cli.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class LetterIdTests {
    @Test
    void isReadAsItIsPrinted() {
        var id = new LetterId("review.case.internal.v1.intake.dlt", 3, 17);

        assertThat(LetterId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "review.case.internal.v1.intake.dlt",
                "review.case.internal.v1:3:17",
                "review.case.internal.v1.intake.dlt:-3:17",
                "review.case.internal.v1.intake.dlt:3:17:2",
                ".dlt:3:17",
                "review.case.internal.v1.intake.dlt:99999999999:17"
            })
    void refusesWhatNamesNoLetter(String text) {
        assertThatExceptionOfType(TypeConversionException.class)
                .isThrownBy(() -> LetterId.parse(text))
                .withMessageContaining("is not the ID of a dead letter");
    }

    @Test
    void keepsControlCharactersFromTheTerminal() {
        assertThat(Printable.line("a\033[2Jb\nc", 5)).isEqualTo("a [2…");
    }
}
