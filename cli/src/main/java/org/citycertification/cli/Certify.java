package org.citycertification.cli;

import org.apache.kafka.common.KafkaException;
import org.citycertification.cli.deadletters.DeadLettersCommand;
import org.citycertification.schemas.wire.RegistryUnavailable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The operator's command. */
@Command(
        name = "certify",
        description = "Operates city-certification.",
        mixinStandardHelpOptions = true,
        version = "certify 0.1.0",
        subcommands = DeadLettersCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, or done already",
            "1:unexpected failure",
            "2:wrong usage",
            "3:no such topic or dead letter",
            "4:Kafka or the schema registry cannot be reached, or Kafka does not let you",
            "5:not done: the record was refused again, or the letter was closed otherwise",
            "6:the service gave no answer in time; it acts when it runs again"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  certify dead-letters list",
            "  certify dead-letters redrive ID --reason 'schema deployed'",
            "  source <(certify completion)      completion for bash"
        })
public final class Certify implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Certify());
        var completion = new CommandLine(new GenerateCompletion());
        completion
                .getCommandSpec()
                .name("completion")
                .usageMessage()
                .description("Prints the completion script for bash.")
                .footerHeading("%nExample:%n")
                .footer("  source <(certify completion)");
        line.addSubcommand("completion", completion);
        tellExitCodes(line, line.getCommandSpec());
        line.setExecutionExceptionHandler(Certify::explain);
        line.setParameterExceptionHandler(Certify::explainUsage);
        line.setUsageHelpAutoWidth(true);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** In the help of the commands below it, too. */
    private static void tellExitCodes(CommandLine line, CommandSpec from) {
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading(from.usageMessage().exitCodeListHeading())
                .exitCodeList(from.usageMessage().exitCodeList());
        line.getSubcommands().values().forEach(below -> tellExitCodes(below, from));
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Missing: what to do");
        }
    }

    private static int explain(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        line.getErr().println("certify: " + messageOf(failure));
        if (failure instanceof CommandFailure known) {
            return known.exitCode();
        }
        return failure instanceof KafkaException || failure instanceof RegistryUnavailable
                ? Exit.UNREACHABLE
                : Exit.UNEXPECTED;
    }

    private static int explainUsage(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        line.getErr().println("certify: " + wrong.getMessage());
        line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        return Exit.USAGE;
    }

    private static String messageOf(Exception failure) {
        return failure instanceof CommandFailure || failure instanceof RegistryUnavailable
                ? String.valueOf(failure.getMessage())
                : failure.toString();
    }
}
