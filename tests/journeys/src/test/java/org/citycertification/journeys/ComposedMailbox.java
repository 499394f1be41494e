package org.citycertification.journeys;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in the mailbox of docker-compose.yml: Mailpit, or GreenMail where that stands in for it. */
final class ComposedMailbox {
    private static final String ADDRESS = "http://localhost:8025";
    private static final String MAILPIT = "/api/v1/messages?limit=1000";
    private static final String GREENMAIL = "/api/user";
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ComposedMailbox() {}

    /** Of every mail, in no order; one that came twice is there twice. */
    static List<String> messageIds() {
        HttpResponse<String> mailpit = get(MAILPIT);
        return mailpit.statusCode() == OK
                ? json(mailpit)
                        .path("messages")
                        .valueStream()
                        .map(mail -> bracketed(mail.path("MessageID").asString()))
                        .toList()
                : json(get(GREENMAIL))
                        .valueStream()
                        .flatMap(user -> greenMail(user.path("email").asString()))
                        .toList();
    }

    private static Stream<String> greenMail(String user) {
        String path = GREENMAIL + "/" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "/messages";
        return json(get(path))
                .valueStream()
                .map(mail -> bracketed(mail.path("Message-ID").asString()));
    }

    /** As the header has it; Mailpit leaves the brackets out. */
    private static String bracketed(String messageId) {
        return messageId.startsWith("<") ? messageId : "<" + messageId + ">";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() != OK) {
            throw new AssertionFailedError(answer.uri() + " was answered by " + answer.statusCode());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> get(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(ADDRESS + path))
                    .timeout(LIMIT)
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionFailedError(path + " was not answered", e);
        }
    }
}
