package org.citycertification.cli.deadletters;

import java.util.concurrent.Callable;
import org.citycertification.cli.Exit;
import org.citycertification.schemas.deadletter.v1.Action;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code certify dead-letters redrive}. */
@Command(
        name = "redrive",
        description = {
            "Has the service try the record again, after what made it fail was repaired.",
            "What waited behind the record follows. If it is refused again, a new letter says why."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = {
            "  certify dead-letters redrive --reason 'repaired in 1.4.2' \\",
            "    review.case.internal.v1.intake.dlt:3:17"
        })
final class RedriveLetters implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private Resolve resolve = new Resolve();

    @Override
    public Integer call() {
        return spec == null
                ? Exit.USAGE
                : resolve.run(Action.REDRIVE, null, spec.commandLine().getOut());
    }
}
