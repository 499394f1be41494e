package org.citycertification.http.running;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.bearer.EndpointRules;
import org.citycertification.http.paging.Cursor;
import org.citycertification.http.paging.Items;
import org.citycertification.http.paging.Paging;
import org.citycertification.http.precondition.IfMatch;
import org.citycertification.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service without a database that has an endpoint for each way in which a request can go wrong. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ThingApplication.ThingController.class)
class ThingApplication {

    @Bean
    EndpointRules thingEndpoints() {
        return endpoints -> endpoints
                .requestMatchers(HttpMethod.GET, "/open/**")
                .permitAll()
                .requestMatchers("/api/staff/**")
                .hasRole("reviewer")
                .requestMatchers("/api/things/**")
                .hasAnyRole("city", "reviewer");
    }

    enum Colour {
        RED,
        GREEN
    }

    record Part(@NotBlank String label, @Max(10) int size) {}

    record Thing(
            @NotBlank String name,
            @Nullable Colour colour,
            @Nullable LocalDate madeOn,
            @NotNull List<@Valid Part> parts) {}

    @RestController
    static class ThingController {

        @PostMapping("/api/things")
        Map<String, Object> post(@Valid @RequestBody Thing thing) {
            return Map.of("name", thing.name());
        }

        @PostMapping("/api/things/tree")
        Object tree(@RequestBody Object tree) {
            return tree;
        }

        @GetMapping("/api/things/me")
        Caller me(Caller caller) {
            return caller;
        }

        @GetMapping("/open/me")
        String open(@Nullable Caller caller) {
            return caller == null ? "nobody" : caller.person();
        }

        @GetMapping("/open/needs-caller")
        String needsCaller(Caller caller) {
            return caller.person();
        }

        @GetMapping("/api/staff/me")
        String staff(Caller caller) {
            return caller.person();
        }

        @GetMapping("/api/things/{id}")
        UUID byId(@PathVariable UUID id) {
            throw Problem.of(HttpStatus.NOT_FOUND, "no-such-thing", "There is no thing " + id + ".")
                    .refused();
        }

        @GetMapping("/api/things/returned")
        ResponseEntity<?> returned() {
            return Problem.of(HttpStatus.CONFLICT, "already-open", "There is one already.")
                    .error("/name", "taken", "This name is taken.")
                    .fact("existing", URI.create("/api/things/1"))
                    .header("Retry-After", "7")
                    .response();
        }

        @GetMapping("/api/things/needs")
        String needs(@RequestParam int size, @RequestHeader("X-Colour") String colour) {
            return colour + size;
        }

        @GetMapping("/api/things/bug")
        String bug() {
            throw new IllegalStateException("select secret from vault");
        }

        @GetMapping("/api/things/duplicate")
        String duplicate() {
            throw new DuplicateKeyException("duplicate key value violates unique constraint thing_pkey");
        }

        @PutMapping("/api/things/edit")
        ResponseEntity<String> edit(
                @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
                HttpServletRequest request) {
            IfMatch.required(ifMatch).check("\"2-1\"");
            return ResponseEntity.ok().eTag("\"3-1\"").body(request.getMethod());
        }

        @GetMapping("/api/things")
        ResponseEntity<Items<Integer>> list(Paging paging) {
            int after = paging.afterParts(1)
                    .map(parts -> Integer.parseInt(parts.get(0)))
                    .orElse(0);
            var rows = IntStream.rangeClosed(after + 1, Math.min(7, after + paging.fetch()))
                    .boxed()
                    .toList();
            return paging.answer(rows, Cursor::of);
        }
    }
}
