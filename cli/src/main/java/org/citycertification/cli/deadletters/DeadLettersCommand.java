package org.citycertification.cli.deadletters;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code certify dead-letters}. */
@Command(
        name = "dead-letters",
        description = {
            "Records that a service refused, and what is to become of them.",
            "While a letter is open, later records of its key wait (of a contact they do not).",
            "Redrive it after a repair, or discard it."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  certify dead-letters list",
            "  certify dead-letters show review.case.internal.v1.intake.dlt:3:17",
            "  certify dead-letters redrive --help",
        },
        subcommands = {ListLetters.class, ShowLetter.class, RedriveLetters.class, DiscardLetters.class})
public final class DeadLettersCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing: list, show, redrive or discard");
        }
    }
}
