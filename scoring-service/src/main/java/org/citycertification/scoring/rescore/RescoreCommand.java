package org.citycertification.scoring.rescore;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.run.CommandContext;
import org.citycertification.scoring.run.RunFailure;
import org.citycertification.scoring.run.RunId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores submissions of the past once more. */
@Command(
        name = "rescore",
        mixinStandardHelpOptions = true,
        description = {
            "Scores submissions of the past once more, each against the edition that it is pinned to, and writes the results"
                    + " to scoring.rescore.internal.v1. Decisions and mails are not touched.",
            "A run that was interrupted goes on when it is started again under the same name; a finished one does nothing."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rescore --edition 2022-r1 --run 2026-11-check",
            "  rescore --submissions ids.txt --run appeal-17        one id per line; - reads standard input"
        })
public final class RescoreCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--run", required = true, paramLabel = "NAME", description = "name of the run")
    private String run = "";

    @ArgGroup(multiplicity = "1")
    private Which which = new Which();

    /** One of the two. */
    private static final class Which {
        @Option(names = "--edition", paramLabel = "ID", description = "every submission that is pinned to this edition")
        private @Nullable String edition;

        @Option(
                names = "--submissions",
                paramLabel = "FILE",
                description = "the submissions in this file, one id per line; - is standard input")
        private @Nullable Path submissions;
    }

    /** @param context in which the command finds what it needs */
    public RescoreCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        RunId id = usage(() -> new RunId(run));
        Selection selection = usage(this::selection);
        var out = context.out();
        try (var beans = context.start()) {
            if (selection instanceof Selection.OfEdition known) {
                refuseUnknown(known.edition(), beans.getBean(Editions.class));
            }
            var summary = beans.getBean(Rescore.class).run(id, selection, context.progress());
            if (summary.already()) {
                out.printf("Run %s was finished before; nothing is written.%n", id);
                return 0;
            }
            out.printf(
                    "Run %s is finished. Since this start: %,d versions scored, %,d answered with a reason instead, %,d records"
                            + " left out.%n",
                    id, summary.scored(), summary.notScored(), summary.leftOut());
            summary.examples().forEach(example -> out.printf("  left out: %s%n", example));
            return 0;
        }
    }

    private static void refuseUnknown(EditionId edition, Editions editions) {
        if (editions.find(edition).isEmpty()) {
            throw new RunFailure("Edition " + edition + " is not published; published are "
                    + editions.all().stream().map(known -> known.edition().id()).toList());
        }
    }

    private Selection selection() {
        if (which.edition != null) {
            return new Selection.OfEdition(new EditionId(which.edition));
        }
        if (which.submissions == null) {
            throw new IllegalArgumentException("Name an edition or a file of submissions");
        }
        return new Selection.OfSubmissions(ids(which.submissions));
    }

    private Set<UUID> ids(Path file) {
        Set<UUID> ids = new HashSet<>();
        try (BufferedReader lines = file.toString().equals("-") ? context.in() : Files.newBufferedReader(file)) {
            lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> ids.add(id(line)));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException(file + " names no submission");
        }
        return ids;
    }

    private static UUID id(String line) {
        try {
            return UUID.fromString(line);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + line + "' is not the id of a submission", e);
        }
    }

    private <T> T usage(java.util.function.Supplier<T> argument) {
        try {
            return argument.get();
        } catch (IllegalArgumentException e) {
            if (spec == null) {
                throw e;
            }
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
