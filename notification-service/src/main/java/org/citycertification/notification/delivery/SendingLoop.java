package org.citycertification.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.citycertification.notification.notice.ClaimedNotice;
import org.citycertification.notification.notice.Claims;
import org.citycertification.notification.notice.Settlement;

/** One round after the other of what a sender does. Used by one thread. */
final class SendingLoop implements AutoCloseable {
    private final SenderLock lock;
    private final Claims claims;
    private final Settlement settlement;
    private final ServerWatch server;
    private final Handover handover;
    private final Throttle throttle;
    private final DeliveryProperties settings;
    private final Clock clock;

    private Instant nextSettlement = Instant.MIN;

    SendingLoop(
            SenderLock lock,
            Claims claims,
            Settlement settlement,
            ServerWatch server,
            Handover handover,
            DeliveryProperties settings,
            Clock clock) {
        this.lock = lock;
        this.claims = claims;
        this.settlement = settlement;
        this.server = server;
        this.handover = handover;
        this.settings = settings;
        this.clock = clock;
        throttle = new Throttle(settings.perSecond());
    }

    /** Does what there is to do; returns how long nothing is to be done. */
    Duration round() throws Exception {
        handover.writeDownWhatIsOpen();
        int sender = lock.hold();
        Instant now = clock.instant();
        settleIfTime(now);
        Duration wait = throttle.delay(now);
        if (server.isPaused()) {
            return settings.poll();
        }
        if (!wait.isZero()) {
            return wait;
        }
        if (!claims.anyDue(now)) {
            server.probe();
            return settings.poll();
        }
        // Before anything is claimed: a server that is away costs no notice an attempt.
        return server.reaches() ? sendNext(sender) : settings.poll();
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
