package org.citycertification.notification.contact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.UUID;
import org.citycertification.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets coordinators keep the announcement list. */
@RestController
@RequestMapping("/api/notices/subscribers/{id}")
final class SubscriberController {
    private final Subscribers subscribers;
    private final Clock clock;

    SubscriberController(Subscribers subscribers, Clock clock) {
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /** A subscriber as sent; control characters in a name would reach a header. */
    record Body(
            @NotNull String address,

            @NotNull @Pattern(regexp = "en|es|pt", message = "must be en, es or pt")
            String language,

            @Nullable
            @Size(min = 1, max = 120)
            @Pattern(regexp = "[^\\p{Cc}\\p{Zl}\\p{Zp}]*", message = "must not hold control characters")
            String name) {}

    /** A subscriber as it is now. */
    record View(
            UUID id,
            String address,
            String language,
            @Nullable String name) {}

    @PutMapping
    ResponseEntity<View> put(@PathVariable UUID id, @Valid @RequestBody Body body) {
        MailAddress address = MailAddress.parse(body.address()).orElseThrow(SubscriberController::notAnAddress);
        var put = subscribers.put(new Subscriber(id, body.name(), address, body.language()), clock.instant());
        var view = new View(id, body.address(), body.language(), body.name());
        return ResponseEntity.status(put == Subscribers.Put.ADDED ? HttpStatus.CREATED : HttpStatus.OK)
                .body(view);
    }

    @DeleteMapping
    ResponseEntity<Void> remove(@PathVariable UUID id) {
        subscribers.remove(id, clock.instant());
        return ResponseEntity.noContent().build();
    }

    private static RuntimeException notAnAddress() {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-request", "The address cannot be written to.")
                .error("/address", "address", "An address of the form name@domain.tld, without spaces or quotes.")
                .refused();
    }
}
