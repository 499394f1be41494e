package org.citycertification.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.citycertification.notification.contact.Addressee;
import org.citycertification.notification.contact.MailAddress;
import org.citycertification.notification.letter.Letter;
import org.citycertification.notification.letter.LetterFixtures;
import org.citycertification.notification.letter.Template;
import org.citycertification.notification.notice.ClaimedNotice;

/** Invented letters and notices. */
final class DeliveryFixtures {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private DeliveryFixtures() {}

    static DeliveryProperties settings() {
        return new DeliveryProperties(
                "certification@certification.example",
                "Certificación Ñ",
                "answers@certification.example",
                20,
                Duration.ofMillis(10),
                Duration.ofMillis(10),
                Duration.ofSeconds(30),
                3,
                Duration.ofSeconds(30),
                Duration.ofHours(2),
                3,
                2,
                Duration.ofSeconds(1),
                Duration.ofSeconds(15),
                Duration.ofMinutes(2));
    }

    static OutgoingMail mail(String subject) {
        var letter = new Letter(subject, "Olá, Ção\n", "<p>Olá, Ção</p>", "pt", false);
        return new OutgoingMail(
                "<abc@certification.example>", new MailAddress("ana@recife.example"), "Ana Conceição", letter, NOON);
    }

    static ClaimedNotice notice(int deferrals, int uncertainties) {
        return new ClaimedNotice(
                1,
                new UUID(0, 1),
                "<abc@certification.example>",
                Template.CERTIFIED,
                LetterFixtures.gold("Recife"),
                new Addressee("Ana", "ana@recife.example", "pt"),
                7,
                deferrals + uncertainties + 1,
                deferrals,
                uncertainties,
                null);
    }
}
