package org.citycertification.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.citycertification.messaging.outbox.OutboxRelay;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** The relay alone, in a JVM of its own, that dies or waits at one point of its first batch. */
final class RelayChild {
    static final String CONNECTION_NAME = "relay-child";
    static final int KILLED = 137;

    private final Parent parent = new Parent();
    private final Point point;
    private final Action action;

    private RelayChild(Point point, Action action) {
        this.point = point;
        this.action = action;
    }

    /** Where something happens. */
    enum Point {
        /** The relay leads and has seen that there is something to publish; its producer does not exist yet. */
        BEFORE_OPENING,
        /** The broker has all records of the batch, uncommitted. */
        BEFORE_COMMIT,
        /** The broker has committed; the rows are still in the table. */
        AFTER_COMMIT
    }

    /** What happens there. */
    enum Action {
        DIE,
        WAIT
    }

    /** Starts one on the system's database, beside or instead of its service. */
    static ChildJvm start(MessagingSystem system, Point point, Action action) {
        return ChildJvm.start(
                RelayChild.class,
                system.platform().jdbcUrl(system.name()) + "?ApplicationName=" + CONNECTION_NAME,
                system.name(),
                system.platform().bootstrapServers(),
                point.name(),
                action.name());
    }

    public static void main(String[] args) throws InterruptedException {
        var child = new RelayChild(Point.valueOf(args[3]), Action.valueOf(args[4]));
        var kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(args[2]));
        var producers = new KafkaClients(kafka).producers(args[1] + ".outbox");
        var settings = new MessagingProperties.Relay(500, Duration.ofMillis(50), Duration.ofMillis(500), Duration.ZERO);
        var relay = new OutboxRelay(() -> connect(args[0], args[1]), () -> child.open(producers), settings);
        relay.start();
        new CountDownLatch(1).await();
    }

    private static Connection connect(String url, String name) throws java.sql.SQLException {
        return DriverManager.getConnection(url, name + "_app", name + "_app");
    }

    private Producer<byte[], byte[]> open(Supplier<Producer<byte[], byte[]>> producers) {
        reach(Point.BEFORE_OPENING);
        return watched(producers.get());
    }

    @SuppressWarnings("unchecked")
    private Producer<byte[], byte[]> watched(Producer<byte[], byte[]> producer) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                RelayChild.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, args) ->
                        method.getName().equals("commitTransaction") ? commit(producer) : call(producer, method, args));
    }

    private Object commit(Producer<byte[], byte[]> producer) {
        reach(Point.BEFORE_COMMIT);
        try {
            producer.commitTransaction();
        } catch (RuntimeException e) {
            parent.say("commit refused: " + e.getClass().getSimpleName());
            throw e;
        }
        parent.say("committed");
        reach(Point.AFTER_COMMIT);
        return Void.TYPE;
    }

    /** As reflection does it, but with the exception that the producer threw. */
    static Object call(Producer<byte[], byte[]> producer, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(producer, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void reach(Point reached) {
        if (reached != point) {
            return;
        }
        parent.say("reached " + reached);
        if (action == Action.DIE) {
            Runtime.getRuntime().halt(KILLED);
        }
        parent.awaitGo();
    }
}
