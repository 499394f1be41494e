package org.citycertification.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.citycertification.platform.Mailbox.Behaviour;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MailboxTests {

    private static final String HTML = "<p>Parabéns, <b>São João</b></p><script>alert(1)</script>";

    private final Mailbox mailbox = TestPlatform.shared(Part.MAILBOX).mailbox();

    @BeforeEach
    void startEmpty() {
        mailbox.start();
        mailbox.behave(Behaviour.NORMAL);
        mailbox.clear();
    }

    @Test
    void showsAnAccentedMailInBothItsParts() throws Exception {
        send("Certificação: Ouro é aqui");

        assertThat(mailbox.messages()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Certificação: Ouro é aqui");
            assertThat(mail.from()).contains("certification@city.example");
            assertThat(mail.to()).singleElement().asString().contains("João").contains("joao@sao.example");
            assertThat(mail.envelopeTo()).containsExactly("joao@sao.example");
            assertThat(mail.messageId()).isEqualTo("<fixed@city.example>");
            assertThat(mail.date()).isEqualTo("2026-11-23T10:15:30Z");
            assertThat(mail.text()).isEqualTo("Parabéns, São João");
            assertThat(mail.html()).isEqualTo(HTML);
            assertThat(mail.headers())
                    .contains("Message-ID: <fixed@city.example>")
                    .contains("multipart/alternative");
        });
    }

    @Test
    void keepsMailsAndTheirOrderWhenItIsKilled() throws Exception {
        send("first");

        mailbox.kill();
        mailbox.start();
        send("second");

        assertThat(mailbox.messages()).extracting(Mailbox.Mail::subject).containsExactly("first", "second");
    }

    @Test
    void showsAMailsMarkupWithoutRunningIt() throws Exception {
        send("<script>alert(2)</script>");

        var page = HttpProbe.exchange("GET", URI.create(mailbox.url() + "/"), "");

        assertThat(page)
                .contains("&lt;script&gt;alert(2)")
                .contains("<iframe sandbox ")
                .doesNotContain("<script");
    }

    @Test
    void storesAMailThatItDoesNotConfirm() throws Exception {
        mailbox.behave(Behaviour.HANG_BEFORE_250);

        var sending = CompletableFuture.runAsync(() -> sendUnchecked("held"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> mailbox.messages().size() == 1);
        assertThat(sending).isNotDone();
        mailbox.behave(Behaviour.NORMAL);

        assertThat(sending).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void refusesForTheMomentWithoutStoring() {
        mailbox.behave(Behaviour.REFUSE_4XX);

        assertThatExceptionOfType(MessagingException.class)
                .isThrownBy(() -> send("refused"))
                .withMessageContaining("451");
        assertThat(mailbox.messages()).isEmpty();
    }

    @Test
    void breaksTheConnectionAfterConfirming() throws Exception {
        mailbox.behave(Behaviour.DROP_AFTER_250);

        try (var transport = session().getTransport("smtp")) {
            transport.connect();
            var mail = mail("confirmed");
            transport.sendMessage(mail, mail.getAllRecipients());

            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> !transport.isConnected());
        }
        assertThat(mailbox.messages()).hasSize(1);
    }

    private void sendUnchecked(String subject) {
        try {
            send(subject);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private void send(String subject) throws Exception {
        Transport.send(mail(subject));
    }

    private Session session() {
        var settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(mailbox.smtpPort()));
        settings.put("mail.smtp.localhost", "localhost");
        return Session.getInstance(settings);
    }

    private MimeMessage mail(String subject) throws Exception {
        var text = new MimeBodyPart();
        text.setText("Parabéns, São João", "utf-8");
        var html = new MimeBodyPart();
        html.setText(HTML, "utf-8", "html");
        var mail = new WithFixedId(session());
        mail.setFrom(new InternetAddress("certification@city.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("joao@sao.example", "João", "utf-8"));
        mail.setSubject(subject, "utf-8");
        mail.setSentDate(Date.from(Instant.parse("2026-11-23T10:15:30Z")));
        mail.setContent(new MimeMultipart("alternative", text, html));
        mail.saveChanges();
        return mail;
    }

    private static final class WithFixedId extends MimeMessage {

        WithFixedId(Session session) {
            super(session);
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<fixed@city.example>");
        }
    }
}
