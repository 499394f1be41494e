package org.citycertification.pages.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps cookies, follows redirects only when told to. */
public final class Visitor {

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param address of the service, without a slash at the end
     */
    public Visitor(String address) {
        this.address = address;
    }

    /** What came back. */
    public record Page(int status, String location, Map<String, java.util.List<String>> headers, String text) {

        /** Value of a hidden field. */
        public String hidden(String name) {
            var field = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                    .matcher(text);
            if (!field.find()) {
                throw new AssertionError("No field " + name + " in " + text);
            }
            return field.group(1);
        }

        public String header(String name) {
            return String.join(
                    ", ", headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), java.util.List.of()));
        }
    }

    /** As somebody who went through the issuer, whether or not a page is for them. */
    public Visitor signedIn() {
        Page page = follow(get("/oauth2/authorization/identity"));
        if (!page.text().contains("action=\"/sign-out\"")) {
            throw new AssertionError("Signing in ended in " + page);
        }
        return this;
    }

    public Page get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Page post(String path, Map<String, String> fields, String... headers) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Where the redirects end. */
    public Page follow(Page first) {
        Page page = first;
        for (int hop = 0; hop < 10 && page.status() / 100 == 3; hop++) {
            page = get(page.location());
        }
        return page;
    }

    /** The cookie's value, empty for none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        String full = path.startsWith("http") ? path : address + path;
        var request = HttpRequest.newBuilder(URI.create(full)).header("Accept", "text/html");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Page(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.headers().map(),
                    answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
