package org.citycertification.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.citycertification.notification.delivery.MailServer.Unreachable;
import org.citycertification.notification.notice.ClaimedNotice;
import org.citycertification.notification.notice.Claims;
import org.citycertification.notification.notice.Settlement;

/** One round after the other of what a sender does. Used by one thread. */
final class SendingLoop implements AutoCloseable {
    /** How often an idle sender makes sure that the mail server is there, so that health tells the truth. */
    private static final Duration PROBE = Duration.ofSeconds(15);

    private final SenderLock lock;
    private final Claims claims;
    private final Settlement settlement;
    private final MailServer server;
    private final Handover handover;
    private final Breaker breaker;
    private final Throttle throttle;
    private final DeliveryProperties settings;
    private final Clock clock;
    private final Random random;

    private Instant nextSettlement = Instant.MIN;
    private Instant nextProbe = Instant.MIN;

    SendingLoop(
            SenderLock lock,
            Claims claims,
            Settlement settlement,
            MailServer server,
            Handover handover,
            Breaker breaker,
            DeliveryProperties settings,
            Clock clock,
            Random random) {
        this.lock = lock;
        this.claims = claims;
        this.settlement = settlement;
        this.server = server;
        this.handover = handover;
        this.breaker = breaker;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        throttle = new Throttle(settings.perSecond());
    }

    /** Does what there is to do; returns how long nothing is to be done. */
    Duration round() throws Exception {
        handover.writeDownWhatIsOpen();
        int sender = lock.hold();
        Instant now = clock.instant();
        settleIfTime(now);
        if (breaker.isOpen(now)) {
            return settings.poll();
        }
        Duration wait = throttle.delay(now);
        if (!wait.isZero()) {
            return wait;
        }
        boolean due = claims.anyDue(now);
        boolean probe = due || !now.isBefore(nextProbe);
        if (!probe || !reachesServer()) {
            return settings.poll();
        }
        return due ? sendNext(sender) : settings.poll();
    }

    private Duration sendNext(int sender) {
        Optional<ClaimedNotice> claimed = claims.next(sender, clock.instant());
        if (claimed.isEmpty()) {
            return settings.poll();
        }
        throttle.take(clock.instant());
        handover.handOver(claimed.get());
        return Duration.ZERO;
    }

    private boolean reachesServer() {
        nextProbe = clock.instant().plus(PROBE);
        try {
            server.connect();
            return true;
        } catch (Unreachable e) {
            String message = e.getMessage();
            breaker.failed(message == null ? "unreachable" : message, clock.instant(), random.nextDouble());
            nextProbe = clock.instant();
            return false;
        }
    }

    private void settleIfTime(Instant now) {
        if (now.isBefore(nextSettlement)) {
            return;
        }
        settlement.queueThoseWhoseContactCame(now);
        settlement.suppressThoseToBeForgotten(now);
        settlement.doubtThoseOfDeadSenders(SenderLock.LOCK_CLASS, now);
        nextSettlement = now.plus(settings.settleEvery());
    }

    @Override
    public void close() {
        server.close();
        lock.close();
    }
}
