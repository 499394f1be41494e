package org.citycertification.platform.mailbox;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a mail's file. */
final class MailReader {

    private static final Session SESSION = Session.getInstance(new Properties());

    private MailReader() {}

    static ReceivedMail read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var mail = new MimeMessage(SESSION, in);
            var date = mail.getSentDate();
            return new ReceivedMail(
                    MailStore.id(file),
                    Files.getLastModifiedTime(file).toInstant().toString(),
                    String.join(", ", addresses(mail.getFrom())),
                    addresses(mail.getAllRecipients()),
                    envelope(mail),
                    orEmpty(mail.getSubject()),
                    orEmpty(mail.getMessageID()),
                    date == null ? "" : date.toInstant().toString(),
                    find(mail, "text/plain"),
                    find(mail, "text/html"),
                    String.join("\n", Collections.list(mail.getAllHeaderLines())));
        } catch (MessagingException unreadable) {
            throw new IOException("Not a mail: " + file, unreadable);
        }
    }

    private static List<String> envelope(MimeMessage mail) throws MessagingException {
        return Stream.of(mail.getHeader(MailStore.ENVELOPE_TO, ",").split(","))
                .map(String::strip)
                .toList();
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(MailReader::text).toList();
    }

    private static String text(Address address) {
        return address instanceof InternetAddress internet ? internet.toUnicodeString() : address.toString();
    }

    /** The first part of that type, at any depth. */
    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (var i = 0; i < parts.getCount(); i++) {
                var found = find(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
