package org.citycertification.scoring.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Progress as one line that is written over on a terminal, and as a line every few seconds elsewhere. */
public final class TerminalProgress implements Progress {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final double NANOS = 1e9;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long started;
    private long next;
    private long first = -1;

    /** @param nanoTime the machine's clock, as {@link System#nanoTime} */
    public TerminalProgress(PrintWriter out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.next = started;
    }

    @Override
    public void at(long read, long all) {
        first = first < 0 ? read : first;
        long now = nanoTime.getAsLong();
        boolean done = read >= all;
        if (now < next && !done) {
            return;
        }
        next = now + (terminal ? ON_TERMINAL : ELSEWHERE).toNanos();
        out.print((terminal ? "\r" : "") + line(read, all, (now - started) / NANOS) + (terminal && !done ? "" : "\n"));
        out.flush();
    }

    private String line(long read, long all, double seconds) {
        long percent = all == 0 ? 100 : 100 * read / all;
        double rate = seconds == 0 ? 0 : (read - first) / seconds;
        String left = rate == 0 || read >= all ? "" : ", about %d s left".formatted(Math.round((all - read) / rate));
        return "%,d of %,d records read (%d%%), %,d a second%s   "
                .formatted(read, all, percent, Math.round(rate), left)
                .stripTrailing();
    }
}
