package org.citycertification.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@montevideo.example",
                "ana.nunez+city@mail.montevideo.example",
                "o'brien@a.example",
                "a_b%c-d@x-y.example"
            })
    void takesAddressesThatPeopleUse(String address) {
        assertThat(MailAddress.parse(address)).contains(new MailAddress(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@montevideo.example",
                "ana@montevideo",
                "ana@montevideo..example",
                ".ana@montevideo.example",
                "ana.@montevideo.example",
                "a..b@montevideo.example",
                "ana@-montevideo.example",
                "ana@montevideo.example ",
                "ana @montevideo.example",
                "\"ana\"@montevideo.example",
                "ana@[127.0.0.1]",
                "Ana <ana@montevideo.example>",
                "ana@montevideo.example,luis@montevideo.example",
                "ana@montevideo.example\r\nBcc: all@elsewhere.example",
                "ana@montevideo.example\n",
                "ana\u0000@montevideo.example",
                "ana(comment)@montevideo.example",
                "ana@@montevideo.example",
                "ana>@montevideo.example",
                "=?utf-8?q?ana?=@montevideo.example",
                "ana@montevídeo.example"
            })
    void refusesEverythingElse(String address) {
        assertThat(MailAddress.parse(address)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new MailAddress(address));
    }

    @Test
    void refusesAnAddressLongerThanMailServersTake() {
        assertThat(MailAddress.parse("a".repeat(64) + "@montevideo.example")).isPresent();
        assertThat(MailAddress.parse("a".repeat(65) + "@montevideo.example")).isEmpty();
        assertThat(MailAddress.parse("a@" + "b.".repeat(130) + "example")).isEmpty();
    }

    @Test
    void keepsItselfOutOfLogs() {
        assertThat(new MailAddress("ana@montevideo.example").toString()).doesNotContain("ana");
    }
}
