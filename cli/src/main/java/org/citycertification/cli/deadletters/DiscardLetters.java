package org.citycertification.cli.deadletters;

import java.util.concurrent.Callable;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.deadletter.v1.Action;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code certify dead-letters discard}. */
@Command(
        name = "discard",
        description = {
            "Has the service go on without the record, for ever. What waited behind it follows.",
            "The record stays on the topic, with who discarded it and why."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer =
                "  certify dead-letters discard intake.submission.internal.v1.scoring.dlt:0:4 --reason 'sent by mistake'")
final class DiscardLetters implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Resolve resolve = new Resolve();

    @Option(
            names = "--record-version",
            paramLabel = "N",
            description =
                    "Version of the record, where its bytes do not tell and scoring asks for it; 0 if it was none.")
    private @Nullable Long recordVersion;

    @Override
    public Integer call() {
        if (spec == null) {
            return Exit.USAGE;
        }
        if (recordVersion != null && recordVersion < 0) {
            throw new ParameterException(spec.commandLine(), "--record-version is 0 or more, not " + recordVersion);
        }
        return resolve.run(Action.DISCARD, recordVersion, spec.commandLine().getOut());
    }
}
