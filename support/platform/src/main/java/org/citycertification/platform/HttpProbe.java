package org.citycertification.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a local process over HTTP. */
final class HttpProbe {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    /** For one of many questions whether something is there. */
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(5);
    /** For a question that is asked once. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private HttpProbe() {}

    static boolean answersOk(URI address) {
        try {
            var request =
                    HttpRequest.newBuilder(address).timeout(PROBE_PATIENCE).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** The body of a 2xx answer. */
    static String exchange(String method, URI address, String body) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new PlatformException(
                        method + " " + address + " was answered by " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException unreachable) {
            throw new PlatformException(method + " " + address + " was not answered.", unreachable);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static PlatformException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new PlatformException("Interrupted while waiting for an answer.", cause);
    }
}
