package org.citycertification.platform;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An SMTP server that keeps every mail on disk and shows it; it delivers nothing. */
public final class Mailbox extends ManagedProcess {

    private static final String MAIN_CLASS = "org.citycertification.platform.mailbox.MailboxMain";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final PlatformPorts ports;

    Mailbox(Path directory, Path logs, PlatformPorts ports) {
        super("mailbox", logs.resolve("mailbox.log"));
        this.directory = directory;
        this.ports = ports;
    }

    /** How the SMTP side treats the mails to come. */
    public enum Behaviour {
        NORMAL,
        /** Takes and stores the mail, then says nothing until the behaviour changes. */
        HANG_BEFORE_250,
        /** Takes, stores and confirms the mail, then breaks the connection. */
        DROP_AFTER_250,
        /** Refuses the mail for the moment (451) and stores nothing. */
        REFUSE_4XX;

        /** As in {@code {"mode":"hang-before-250"}}. */
        public String mode() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A mail as it arrived.
     *
     * @param envelopeTo the recipients named in the SMTP conversation; {@code to} are those named in the header
     * @param date the header of that name, as ISO 8601 in UTC, or empty
     * @param text the plain part, or empty
     * @param html the HTML part, or empty
     * @param headers all header lines as received
     */
    public record Mail(
            String id,
            String receivedAt,
            String from,
            List<String> to,
            List<String> envelopeTo,
            String subject,
            String messageId,
            String date,
            String text,
            String html,
            String headers) {}

    /** For {@code spring.mail.port}; the host is {@code localhost}. */
    public int smtpPort() {
        return ports.smtp();
    }

    /** The page that lists the mails. */
    public String url() {
        return "http://localhost:" + ports.mailbox();
    }

    /** All mails, in the order of their arrival. */
    public List<Mail> messages() {
        return JSON.readValue(HttpProbe.exchange("GET", at("/api/messages"), ""), new TypeReference<>() {});
    }

    /** Deletes all mails. */
    public void clear() {
        HttpProbe.exchange("DELETE", at("/api/messages"), "");
    }

    /** Holds until the next call or restart. */
    public void behave(Behaviour behaviour) {
        HttpProbe.exchange("PUT", at("/api/behaviour"), "{\"mode\":\"" + behaviour.mode() + "\"}");
    }

    @Override
    public String address() {
        return url();
    }

    @Override
    Set<Integer> ports() {
        return Set.of(ports.smtp(), ports.mailbox());
    }

    @Override
    ProcessBuilder prepare() throws IOException {
        Files.createDirectories(directory);
        var command = JavaCommand.mainClass(
                List.of("-Xmx96m"),
                JavaCommand.childClassPath(),
                MAIN_CLASS,
                List.of(directory.toString(), String.valueOf(ports.smtp()), String.valueOf(ports.mailbox())));
        return new ProcessBuilder(command).directory(directory.toFile());
    }

    @Override
    boolean isReady(Process launched) {
        return HttpProbe.answersOk(at("/api/behaviour"));
    }

    private URI at(String path) {
        return URI.create(url() + path);
    }
}
