package org.citycertification.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.citycertification.platform.Mailbox.Behaviour;
import org.citycertification.platform.Mailbox.Mail;
import org.citycertification.platform.ServiceProcess;
import org.citycertification.schemas.standard.v1.CertificationLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service dies in the middle of an attempt and is started again: one decision, one recipient, one Message-ID. */
@Tag("full")
class CrashTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static NotificationSystem system;

    private final UUID submission = UUID.randomUUID();
    private final UUID contact = UUID.randomUUID();
    private final String address = "ana-" + contact + "@montevideo.example";

    @BeforeAll
    static void prepare() {
        system = new NotificationSystem("notification_crash");
        try (ServiceProcess first = service().start()) {
            system.awaitPast();
            first.stop();
        }
    }

    @AfterAll
    static void close() {
        system.close();
    }

    @AfterEach
    void letMailsThrough() {
        system.mailbox().behave(Behaviour.NORMAL);
    }

    @Test
    void sendsOnceAfterDyingBeforeTheConversation() {
        try (ServiceProcess dying = service("crash.at=before-smtp").start()) {
            release();
            awaitEnd(dying);
        }
        assertThat(steps()).containsExactly("QUEUED", "SENDING");
        assertThat(system.mailsTo(address)).isEmpty();

        startAgain();

        assertThat(system.mailsTo(address)).hasSize(1);
        assertThat(steps()).containsExactly("QUEUED", "SENDING", "UNCERTAIN", "SENDING", "SENT");
    }

    @Test
    void sendsUnderTheSameNameAfterBeingKilledInTheConversation() {
        system.mailbox().behave(Behaviour.HANG_BEFORE_250);
        try (ServiceProcess killed = service().start()) {
            release();
            await().atMost(PATIENCE).until(() -> !system.mailsTo(address).isEmpty());
            killed.kill();
        }
        system.mailbox().behave(Behaviour.NORMAL);

        startAgain();

        assertThat(system.mailsTo(address))
                .hasSize(2)
                .extracting(Mail::messageId)
                .containsOnly(messageId());
        assertThat(uncertainAttempts()).isEqualTo("{1}");
    }

    @Test
    void sendsUnderTheSameNameAfterDyingBeforeTheLedgerKnows() {
        try (ServiceProcess dying = service("crash.at=after-smtp").start()) {
            release();
            awaitEnd(dying);
        }
        assertThat(system.mailsTo(address)).hasSize(1);
        assertThat(steps()).containsExactly("QUEUED", "SENDING");

        startAgain();

        assertThat(system.mailsTo(address))
                .hasSize(2)
                .extracting(Mail::messageId)
                .containsOnly(messageId());
        assertThat(uncertainAttempts()).isEqualTo("{1}");
    }

    @Test
    void sendsNothingAgainAfterDyingWithEverythingSent() {
        try (ServiceProcess killed = service().start()) {
            release();
            awaitSent();
            killed.kill();
        }

        startAgain();

        assertThat(system.mailsTo(address)).hasSize(1);
        assertThat(steps()).containsExactly("QUEUED", "SENDING", "SENT");
    }

    private void release() {
        UUID caseId = UUID.randomUUID();
        system.makeKnown(EventFixtures.contact(contact, 1, "Ana", address, "en"));
        system.publish(EventFixtures.opened(caseId, submission));
        system.publish(EventFixtures.released(
                caseId, 2, EventFixtures.decision(submission, "Quito", CertificationLevel.GOLD, 30, contact)));
    }

    /** Returns when the service, started again, has sent what there was to send. */
    private void startAgain() {
        try (ServiceProcess again = service().start()) {
            awaitSent();
            await().atMost(PATIENCE).until(CrashTests::nothingIsUnfinished);
        }
    }

    private void awaitSent() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.state(contact)).isEqualTo("SENT"));
    }

    private static boolean nothingIsUnfinished() {
        return system.jdbc()
                .sql(
                        "select not exists (select from notice where state in ('QUEUED', 'SENDING', 'RETRY', 'UNCERTAIN'))")
                .query(Boolean.class)
                .single();
    }

    private static void awaitEnd(ServiceProcess process) {
        await().atMost(PATIENCE).until(() -> !process.isRunning());
    }

    private static ServiceProcess.Builder service(String... settings) {
        String[] more =
                List.of(settings).stream().map(setting -> "--" + setting).toArray(String[]::new);
        return ServiceProcess.mainClass(
                        "notification-crash",
                        CrashingApplication.class.getName(),
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")))
                .jvmOptions("-Xmx256m")
                .arguments(system.arguments(more))
                .logFile(Path.of("target", "notification-crash.log"))
                .readyWhen(URI.create("http://localhost:" + system.managementPort() + "/actuator/health/readiness"));
    }

    private List<String> steps() {
        return system.jdbc().sql("""
                        select s.state from notice_step s join notice n on n.seq = s.notice_seq
                        where n.recipient_id = ? order by s.number
                        """).param(contact).query(String.class).list();
    }

    private String messageId() {
        return column("message_id");
    }

    private String uncertainAttempts() {
        return column("uncertain_attempts::text");
    }

    private String column(String expression) {
        return system.jdbc()
                .sql("select " + expression + " from notice where recipient_id = ?")
                .param(contact)
                .query(String.class)
                .single();
    }
}
