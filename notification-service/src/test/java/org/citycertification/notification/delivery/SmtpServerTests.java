package org.citycertification.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.citycertification.notification.delivery.ScriptedSmtpServer.HANG_UP;
import static org.citycertification.notification.delivery.ScriptedSmtpServer.SILENCE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.citycertification.notification.delivery.MailServer.Unreachable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.mail.autoconfigure.MailProperties;

class SmtpServerTests {
    private final ScriptedSmtpServer remote = new ScriptedSmtpServer();
    private Instant now = DeliveryFixtures.NOON;
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    };
    private final SmtpServer server = new SmtpServer(mailSettings("60000"), DeliveryFixtures.settings(), clock);

    private MailProperties mailSettings(String timeoutMillis) {
        var settings = new MailProperties();
        settings.setHost("localhost");
        settings.setPort(remote.port());
        settings.getProperties()
                .putAll(Map.of(
                        "mail.smtp.connectiontimeout", timeoutMillis,
                        "mail.smtp.timeout", timeoutMillis,
                        "mail.smtp.writetimeout", timeoutMillis,
                        "mail.smtp.localhost", "localhost"));
        return settings;
    }

    @AfterEach
    void close() {
        server.close();
        remote.close();
    }

    private Answer send() throws Unreachable {
        server.connect();
        return server.send(DeliveryFixtures.mail("Parabéns, São Paulo"));
    }

    @Test
    void handsOverALetterInBothForms() throws Unreachable {
        assertThat(send()).isEqualTo(new Answer.Accepted("250 taken"));
        assertThat(remote.mails().get(0))
                .contains("Message-ID: <abc@certification.example>\n")
                .contains("Subject: =?UTF-8?Q?Parab=C3=A9ns,_S=C3=A3o_Paulo?=\n")
                .containsPattern(
                        "From:\\s+=\\?UTF-8\\?Q\\?Certificaci=C3=B3n_=C3=91\\?= <certification@certification.example>\n")
                .contains("To: =?UTF-8?Q?Ana_Concei=C3=A7=C3=A3o?= <ana@recife.example>\n")
                .contains("Reply-To: ")
                .contains("Auto-Submitted: auto-generated\n")
                .contains("Date: Mon, 23 Nov 2026 12:00:00 +0000")
                .containsSubsequence(
                        "multipart/alternative", "text/plain; charset=UTF-8", "Ol=C3=A1", "text/html; charset=UTF-8");
        assertThat(remote.commands()).contains("RCPT TO:<ana@recife.example>");
    }

    @ParameterizedTest(name = "{1} to {0}: {2}")
    @CsvSource({
        "MAIL, 421 closing, Away",
        "MAIL, 451 later, Away",
        "MAIL, 530 log in first, Away",
        "MAIL, 550 sender unknown, Away",
        "RCPT, 421 closing, Away",
        "RCPT, 450 busy, Deferred",
        "RCPT, 550 no such user, Refused",
        "DATA, 451 later, Deferred",
        "DATA, 554 no, Refused",
        ".,    421 closing, Away",
        ".,    452 full, Deferred",
        ".,    554 looks like spam, Refused"
    })
    void readsWhatAnAnswerMeans(String command, String answer, String meaning) throws Unreachable {
        remote.answer(command, answer);

        assertThat(send().getClass().getSimpleName()).isEqualTo(meaning);
    }

    @ParameterizedTest(name = "{1} at {0}: {2}")
    @CsvSource({
        "MAIL, hang up, Away",
        "RCPT, hang up, Away",
        "DATA, hang up, Away",
        ".,    hang up, Unknown",
        "MAIL, silence, Away",
        "RCPT, silence, Away",
        "DATA, silence, Away",
        ".,    silence, Unknown"
    })
    void doubtsOnlyWhatWasHandedOverWhole(String command, String behaviour, String meaning) throws Unreachable {
        remote.answer(command, behaviour);

        assertThat(send().getClass().getSimpleName()).isEqualTo(meaning);
    }

    @Test
    void keepsTheReplyAboutTheRecipient() throws Unreachable {
        remote.answer("RCPT", "550 5.1.1 <ana@recife.example> no such user");

        assertThat(send()).isEqualTo(new Answer.Refused("550 5.1.1 <ana@recife.example> no such user"));
    }

    @ParameterizedTest
    @CsvSource({"GREETING, 421 too busy", "GREETING, 554 go away", "GREETING, hang up", "GREETING, silence"})
    void cannotReachAServerThatDoesNotGreet(String command, String answer) {
        remote.answer(command, answer);

        assertThatExceptionOfType(Unreachable.class).isThrownBy(server::connect);
    }

    @Test
    void cannotReachAServerThatIsNotThere() {
        remote.close();

        assertThatExceptionOfType(Unreachable.class).isThrownBy(server::connect);
    }

    @Test
    void keepsItsConnectionForTheNextLetter() throws Unreachable {
        send();
        send();
        send();

        assertThat(remote.connections()).isEqualTo(1);
        assertThat(remote.mails()).hasSize(3);
    }

    @Test
    void goesOnAfterARefusalOverTheSameConnection() throws Unreachable {
        remote.answer("RCPT", "550 no such user");
        send();
        remote.answer("RCPT", "250 fine");

        assertThat(send()).isInstanceOf(Answer.Accepted.class);
        assertThat(remote.connections()).isEqualTo(1);
    }

    @Test
    void makesANewConnectionAfterSoManyLetters() throws Unreachable {
        for (int letter = 0; letter < 4; letter++) {
            send();
        }

        assertThat(remote.connections()).isEqualTo(2);
    }

    @Test
    void makesANewConnectionAfterALongPause() throws Unreachable {
        send();
        now = now.plus(Duration.ofSeconds(31));
        send();

        assertThat(remote.connections()).isEqualTo(2);
    }

    @Test
    void makesANewConnectionAfterABrokenOne() throws Unreachable {
        remote.answer(".", HANG_UP);
        send();
        remote.answer(".", "250 taken");

        assertThat(send()).isInstanceOf(Answer.Accepted.class);
        assertThat(remote.connections()).isEqualTo(2);
    }

    @Test
    void givesUpWaitingForASilentServer() throws Unreachable {
        remote.answer("RCPT", SILENCE);
        long before = System.nanoTime();

        try (var hasty = new SmtpServer(mailSettings("1000"), DeliveryFixtures.settings(), clock)) {
            hasty.connect();
            assertThat(hasty.send(DeliveryFixtures.mail("Parabéns"))).isInstanceOf(Answer.Away.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
    }
}
