package org.citycertification.http.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.citycertification.http.bearer.Caller;
import org.citycertification.http.bearer.EndpointRules;
import org.citycertification.http.problem.Problem;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service with a database whose one creating request can be made slow, refused or broken. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(OrderApplication.OrderController.class)
class OrderApplication {

    @Bean
    EndpointRules orderEndpoints() {
        return endpoints -> endpoints.requestMatchers("/api/**").hasRole("city");
    }

    record Order(String item) {}

    record OrderView(long id, String item, String by) {}

    @RestController
    static class OrderController {

        static final AtomicInteger REFUSALS = new AtomicInteger();
        static final Semaphore GATE = new Semaphore(0);
        static final AtomicInteger AT_WORK = new AtomicInteger();

        private final Idempotency idempotency;
        private final JdbcClient jdbc;

        OrderController(Idempotency idempotency, JdbcClient jdbc) {
            this.idempotency = idempotency;
            this.jdbc = jdbc;
        }

        @PostMapping("/api/orders")
        ResponseEntity<?> order(Caller caller, HttpServletRequest request, @RequestBody Order order) {
            return idempotency.answer(caller, request, () -> created(caller, order));
        }

        @PostMapping("/api/orders/{id}/copies")
        ResponseEntity<?> copy(Caller caller, HttpServletRequest request, @PathVariable long id) {
            return idempotency.answer(
                    caller, request, () -> ResponseEntity.status(201).build());
        }

        private ResponseEntity<?> created(Caller caller, Order order) {
            long id = jdbc.sql("insert into placed_order (item) values (?) returning id")
                    .param(order.item())
                    .query(Long.class)
                    .single();
            switch (order.item()) {
                case "refused once" -> {
                    if (REFUSALS.getAndIncrement() == 0) {
                        return Problem.of(HttpStatus.CONFLICT, "sold-out", "Sold out.")
                                .response();
                    }
                }
                case "broken" -> throw new IllegalStateException("broken on purpose");
                case "slow" -> {
                    AT_WORK.incrementAndGet();
                    GATE.acquireUninterruptibly();
                }
                default -> {}
            }
            return ResponseEntity.accepted()
                    .location(URI.create("/api/orders/" + id))
                    .eTag("\"" + id + "\"")
                    .body(new OrderView(id, order.item(), caller.person()));
        }
    }
}
