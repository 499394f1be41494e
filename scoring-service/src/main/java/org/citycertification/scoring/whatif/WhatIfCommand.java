package org.citycertification.scoring.whatif;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.citycertification.scoring.edition.PublishedEdition;
import org.citycertification.scoring.edition.file.EditionFile;
import org.citycertification.scoring.edition.file.InvalidEditionFile;
import org.citycertification.scoring.run.CommandContext;
import org.citycertification.scoring.run.RunFailure;
import org.citycertification.scoring.whatif.file.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells what a draft edition would make of the past. */
@Command(
        name = "what-if",
        mixinStandardHelpOptions = true,
        description = {
            "Scores every submission of the past against a draft edition, and compares with the edition that it is pinned to."
                    + " Only the newest version of each submission counts.",
            "It writes three files: report.json, submissions.csv (one line for each submission) and report.html, a page with"
                    + " the level changes and the criteria that cause them. Nothing is published."
        },
        footerHeading = "%nExample:%n",
        footer = "  what-if --draft 2026-draft.yml --out what-if-2026 --language es")
public final class WhatIfCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(names = "--draft", required = true, paramLabel = "FILE", description = "the draft edition, in YAML")
    private Path draft = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIRECTORY",
            defaultValue = "what-if",
            description = "where the files go (default: ${DEFAULT-VALUE})")
    private Path directory = Path.of("what-if");

    @Option(
            names = "--language",
            paramLabel = "en|es|pt",
            defaultValue = "en",
            description = "language of the page (default: ${DEFAULT-VALUE})")
    private Language language = Language.EN;

    private enum Language {
        EN,
        ES,
        PT
    }

    /** @param context in which the command finds what it needs */
    public WhatIfCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var edition = PublishedEdition.of(read());
        var out = context.out();
        try (var beans = context.start()) {
            var report = beans.getBean(WhatIf.class).compare(edition, context.progress());
            var tally = report.tally();
            out.printf(
                    "%,d submissions under %s: %,d rise, %,d stay, %,d fall; %,d left out.%n",
                    report.rows().size(),
                    edition.edition().id(),
                    tally.rising(),
                    tally.staying(),
                    tally.falling(),
                    report.leftOut());
            report.examples().forEach(example -> out.printf("  left out: %s%n", example));
            new ReportFiles(directory, Locale.forLanguageTag(language.name().toLowerCase(Locale.ROOT)))
                    .write(report)
                    .forEach(file -> out.printf("  %s%n", file));
            return 0;
        }
    }

    private org.citycertification.scoring.edition.domain.Edition read() {
        try (InputStream yaml = Files.newInputStream(draft)) {
            return EditionFile.read(String.valueOf(draft.getFileName()), yaml);
        } catch (InvalidEditionFile e) {
            throw new RunFailure("The draft is not an edition: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new RunFailure(draft + " cannot be read: " + e.getMessage(), e);
        }
    }
}
