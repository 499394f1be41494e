package org.citycertification.platform.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Mails as files {@code 000001.eml, 000002.eml, ...} in the order of their arrival. */
final class MailStore {

    /** The recipients of the SMTP conversation, which the mail itself need not name. */
    static final String ENVELOPE_TO = "X-Envelope-To";

    private static final String SUFFIX = ".eml";

    private final Path directory;
    private final AtomicInteger last;

    MailStore(Path directory) {
        this.directory = directory;
        this.last = new AtomicInteger(
                files().stream().mapToInt(MailStore::number).max().orElse(0));
    }

    /** On return the mail is in its file; a half-written one is never seen. */
    void add(MovingMessage mail) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var recipients =
                mail.getToAddresses().stream().map(MailAddress::getEmail).collect(Collectors.joining(", "));
        bytes.write((ENVELOPE_TO + ": " + recipients + "\r\n").getBytes(UTF_8));
        try {
            mail.getMessage().writeTo(bytes);
        } catch (MessagingException unreadable) {
            throw new IOException(unreadable);
        }
        var name = "%06d".formatted(last.incrementAndGet());
        var unfinished = Files.write(directory.resolve(name + ".part"), bytes.toByteArray());
        Files.move(unfinished, directory.resolve(name + SUFFIX), StandardCopyOption.ATOMIC_MOVE);
    }

    List<Path> files() {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void clear() {
        for (var file : files()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    static String id(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static int number(Path file) {
        return Integer.parseInt(id(file));
    }
}
