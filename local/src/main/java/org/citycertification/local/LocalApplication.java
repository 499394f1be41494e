package org.citycertification.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** What {@code ./run} starts. */
public final class LocalApplication {
    private static final String ADDRESSES = """

            Everything runs. Ctrl-C stops it; the data stay.
              pages         http://localhost:8300/cases for reviewers, http://localhost:8200/editions for everybody
              intake        http://localhost:8100/api/submissions
              scoring       http://localhost:8200/api/editions/2022-r1
              review        http://localhost:8300/api/cases
              notification  http://localhost:8400/api/notices
              mailbox       http://localhost:8025
              identity      http://localhost:9000  (users cambridge, montevideo, reviewer-1, reviewer-2, coordinator,
                            operator ...: password demo; clients <user>-client: secret demo-secret)
              Kafka         localhost:9092   schema registry http://localhost:8081/apis/ccompat/v7""";

    private LocalApplication() {}

    /** Exit status: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] args) throws Exception {
        System.setOut(new java.io.PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8));
        Options options;
        try {
            options = Options.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(options.attach() ? attach(options) : run(options));
    }

    private static int attach(Options options) throws InterruptedException {
        var report = new Report(System.out);
        try {
            demonstrate(RunningSystem.inContainers(Map.of()), options, report);
            return 0;
        } catch (RuntimeException e) {
            System.err.println("Stopped: " + e.getMessage() + " (docker compose logs says more)");
            return 1;
        }
    }

    private static void demonstrate(RunningSystem system, Options options, Report report) throws InterruptedException {
        var api = new Api(system.ports());
        new Seed(api, system.ports()).run();
        if (options.demo()) {
            journey(system, api, report, Path.of("").toAbsolutePath().resolve(options.submit()));
        }
    }

    private static int run(Options options) throws InterruptedException {
        Path home = Path.of("").toAbsolutePath();
        Path data = home.resolve(".run");
        var report = new Report(System.out);
        report.heading("Starting");
        try (LocalSystem system = LocalSystem.start(home, data, options.fresh(), LocalPorts.wellKnown(), report)) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close));
            demonstrate(system.running(), options, report);
            if (!options.once()) {
                System.out.println(ADDRESSES);
                new CountDownLatch(1).await();
            }
            return 0;
        } catch (RuntimeException e) {
            System.err.println("Stopped: " + e.getMessage() + " (logs: " + data.resolve("logs") + ")");
            return 1;
        }
    }

    private static void journey(RunningSystem system, Api api, Report report, Path sample) throws InterruptedException {
        report.heading("Taking " + sample.getFileName() + " to its decision");
        try (var watch = new TopicWatch(system, report::seen)) {
            Journey.Outcome outcome = new Journey(system, api, watch, report).run(sample);
            report.decision(outcome.decision());
            outcome.certification().ifPresent(event -> {
                report.heading("The certification event, as any subscriber reads it");
                System.out.println(event);
            });
            report.mails(outcome.mails());
        }
    }
}
