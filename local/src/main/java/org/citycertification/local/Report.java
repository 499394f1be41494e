package org.citycertification.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.citycertification.platform.Mailbox;
import org.citycertification.platform.ManagedProcess;
import org.citycertification.platform.Progress;
import org.citycertification.schemas.review.v1.DecidedArea;
import org.citycertification.schemas.review.v1.DecidedCriterion;
import org.citycertification.schemas.review.v1.DecisionReleased;

/** Prints what happens, each line with the time since the start. */
public final class Report implements Progress {
    private static final String RULE = "-".repeat(100);
    private static final int BAR = 18;

    private final PrintStream out;
    private final long start = System.nanoTime();

    public Report(PrintStream out) {
        this.out = out;
    }

    /** A heading. */
    public void heading(String text) {
        out.println();
        out.println(text);
        out.println(RULE);
    }

    /** One thing that happened. */
    public void line(String text) {
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        out.printf("%7.2f s  %s%n", seconds, text);
    }

    @Override
    public void ready(ManagedProcess process, Duration took) {
        line("%-14s ready after %.1f s at %s".formatted(process.name(), took.toMillis() / 1000.0, process.address()));
    }

    /** A record on a topic. */
    public void seen(TopicWatch.Seen record) {
        line("%-32s partition %d offset %-4d %s"
                .formatted(record.topic(), record.partition(), record.offset(), record.type()));
    }

    /** Score by practice area, and why each criterion that was claimed or left open is not met. */
    public void decision(DecisionReleased decision) {
        heading("%s: %d of %d criteria met, %s"
                .formatted(
                        decision.getCityName(),
                        decision.getMet(),
                        decision.getOutOf(),
                        decision.getLevel() == null
                                ? "below the first level"
                                : decision.getLevel() + " (" + decision.getKind() + ")"));
        for (DecidedArea area : decision.getAreas()) {
            int filled = area.getMet() * BAR / Math.max(1, area.getOutOf());
            out.printf(
                    "%-34s %s%s %d of %d%n",
                    area.getName(), "█".repeat(filled), "░".repeat(BAR - filled), area.getMet(), area.getOutOf());
        }
        heading("Not met, and why");
        decision.getCriteria().stream().filter(one -> !one.getMet()).forEach(this::unmet);
    }

    private void unmet(DecidedCriterion criterion) {
        out.printf("%-6s %s%n", criterion.getCriterion(), criterion.getTitle());
        criterion.getMissing().forEach(missing -> out.println("       " + missing));
    }

    /** Mails as they were received. */
    public void mails(List<Mailbox.Mail> mails) {
        for (Mailbox.Mail mail : mails) {
            heading("Mail: " + mail.subject());
            out.println("From " + mail.from() + " to " + mail.to() + ", " + mail.messageId());
            out.println();
            out.println(mail.text());
        }
    }
}
