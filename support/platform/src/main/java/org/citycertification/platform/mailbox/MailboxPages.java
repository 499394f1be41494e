package org.citycertification.platform.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.citycertification.platform.mailbox.Behaviour.Mode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The mails as a page and as JSON, and the switch for the SMTP side's behaviour. */
final class MailboxPages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JSON_TYPE = "application/json";
    private static final String HTML_TYPE = "text/html; charset=utf-8";
    /** Mails are strangers' text: no script, no request to anywhere. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'";

    private final MailStore store;
    private final Behaviour behaviour;

    MailboxPages(MailStore store, Behaviour behaviour) {
        this.store = store;
        this.behaviour = behaviour;
    }

    void listen(String host, int port) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(host, port), 0);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", exchange -> answer(exchange, this::page));
        server.createContext("/api/messages", exchange -> answer(exchange, this::messages));
        server.createContext("/api/behaviour", exchange -> answer(exchange, this::behaviour));
        server.start();
    }

    private Answer page(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals("/")) {
            return new Answer(404, JSON_TYPE, "{}");
        }
        return new Answer(200, HTML_TYPE, MailboxHtml.page(mails()));
    }

    private Answer messages(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestMethod()) {
            case "GET" -> new Answer(200, JSON_TYPE, JSON.writeValueAsString(mails()));
            case "DELETE" -> {
                store.clear();
                yield new Answer(200, JSON_TYPE, "[]");
            }
            default -> new Answer(405, JSON_TYPE, "{}");
        };
    }

    private Answer behaviour(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            try {
                var wanted = JSON.readTree(exchange.getRequestBody());
                behaviour.change(Mode.of(wanted.path("mode").asString("")));
            } catch (JacksonException | IllegalArgumentException unknown) {
                var modes = List.of(Mode.values()).stream().map(Mode::text).toList();
                return new Answer(400, JSON_TYPE, JSON.writeValueAsString(Map.of("modes", modes)));
            }
        }
        var mode = Map.of("mode", behaviour.mode().text());
        return new Answer(200, JSON_TYPE, JSON.writeValueAsString(mode));
    }

    private List<ReceivedMail> mails() throws IOException {
        List<ReceivedMail> mails = new ArrayList<>();
        for (var file : store.files()) {
            mails.add(MailReader.read(file));
        }
        return mails;
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            var answer = handler.handle(exchange);
            var body = answer.body().getBytes(UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", answer.type());
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private interface Handler {
        Answer handle(HttpExchange exchange) throws IOException;
    }

    private record Answer(int status, String type, String body) {}
}
