package org.citycertification.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whoever asks for help is told how to call the command and what its exit code means. */
class HelpTests {

    static Stream<CommandLine> commands() {
        return below(Certify.commandLine());
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTests::below));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void showsExamplesAndExitCodes(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();

        assertThat(command.getUsageMessage().lines().map(String::strip))
                .contains("Exit codes:", "2   wrong usage")
                .containsAnyOf("Example:", "Examples:")
                .anyMatch(line -> line.matches("(source <\\()?" + name + "\\b.*"));
    }
}
