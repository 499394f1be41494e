package org.citycertification.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.util.Set;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.rescore.RescoreCommand;
import org.citycertification.scoring.run.CommandContext;
import org.citycertification.scoring.run.Progress;
import org.citycertification.scoring.run.RunFailure;
import org.citycertification.scoring.run.TerminalProgress;
import org.citycertification.scoring.whatif.WhatIfCommand;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** What the jar does instead of serving when its first argument is a command. Settings come as the service's do. */
@Command(
        name = "scoring-service",
        description = "Commands over the submissions of the past.",
        mixinStandardHelpOptions = true)
final class Commands implements CommandContext {
    private static final Set<String> NAMES = Set.of("rescore", "what-if", "help");
    private static final int ATTEMPTS = 10;

    private final PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    private final PrintWriter err = new PrintWriter(System.err, true, UTF_8);

    /** Whether the arguments are those of a command, and not of the service. */
    static boolean areMeantBy(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** Runs the command and returns its exit code: 0 done, 1 not done, 2 wrong usage. */
    static int run(String... arguments) {
        var commands = new Commands();
        return new CommandLine(commands)
                .addSubcommand(new RescoreCommand(commands))
                .addSubcommand(new WhatIfCommand(commands))
                .addSubcommand(new CommandLine.HelpCommand())
                .setOut(commands.out)
                .setErr(commands.err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Commands::explainUsage)
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line))
                .execute(arguments);
    }

    private static int explain(Exception failure, CommandLine line) {
        line.getErr().println(failure instanceof RunFailure ? failure.getMessage() : "Unexpected: " + failure);
        return 1;
    }

    private static int explainUsage(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println(wrong.getMessage());
        line.getErr().println("Try: help " + line.getCommandName());
        return 2;
    }

    @Override
    public ConfigurableApplicationContext start() {
        var context = new SpringApplicationBuilder(CommandConfiguration.class)
                .properties("spring.config.name=scoring-service", "logging.level.root=error")
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run();
        var editions = context.getBean(Editions.class);
        for (int attempt = 0; attempt < ATTEMPTS && !(editions.areKnown() && editions.awaitAllPublished()); attempt++) {
            editions.awaitAllPublished();
        }
        if (!editions.areKnown()) {
            context.close();
            throw new RunFailure(
                    "The published editions cannot be read; check that Kafka and the schema registry answer"
                            + " (spring.kafka.bootstrap-servers, schema.registry.url) and that the service has run once");
        }
        return context;
    }

    @Override
    public PrintWriter out() {
        return out;
    }

    @Override
    public BufferedReader in() {
        return new BufferedReader(new InputStreamReader(System.in, UTF_8));
    }

    @Override
    public Progress progress() {
        return new TerminalProgress(err, CommandLine.Help.Ansi.AUTO.enabled(), System::nanoTime);
    }
}
