package org.citycertification.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.citycertification.notification.contact.MailAddress;
import org.citycertification.notification.letter.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMailTests {
    private static final MailAddress ANA = new MailAddress("ana@recife.example");

    @ParameterizedTest
    @ValueSource(strings = {"\r\nBcc: x@y.example", "\n", "\r", "\u0000", "\u0085", "\u2028", "\u2029", "\u007f"})
    void refusesControlCharactersInEveryHeader(String end) {
        var letter = new Letter("Subject", "text", "html", "en", false);
        var bad = new Letter("Subject" + end, "text", "html", "en", false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingMail("<a@b.example>", ANA, "Ana", bad, DeliveryFixtures.NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingMail("<a@b.example>", ANA, "Ana" + end, letter, DeliveryFixtures.NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingMail("<a@b.example>" + end, ANA, "Ana", letter, DeliveryFixtures.NOON));
    }

    @Test
    void keepsNameAndAddressOutOfLogs() {
        assertThat(DeliveryFixtures.mail("Subject").toString())
                .doesNotContain("Ana")
                .doesNotContain("recife");
    }
}
