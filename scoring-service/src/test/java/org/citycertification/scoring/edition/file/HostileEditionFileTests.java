package org.citycertification.scoring.edition.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to hurt are refused quickly and with the reason. */
class HostileEditionFileTests {

    /** Without the limits they take minutes or all memory; a pause of a busy machine takes seconds. */
    private static final Duration LONG = Duration.ofSeconds(20);

    static Stream<Arguments> files() {
        var laughs = "a0: &a0 [lol, lol]\n"
                + IntStream.range(1, 60)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                        .collect(Collectors.joining());
        return Stream.of(
                Arguments.of("a billion laughs", laughs, "line 1, column 5: an anchor (&a0) is not allowed"),
                Arguments.of("an alias", "id: *x", "an alias (*x) is not allowed"),
                Arguments.of("a tag that makes objects", "id: !!javax.script.ScriptEngineManager []", "a tag (!...)"),
                Arguments.of("a tag of its own", "id: !mine x", "a tag (!...) is not allowed"),
                Arguments.of("ten megabytes", "id: " + "x".repeat(10_000_000), "more than 1048576 bytes"),
                Arguments.of("deep lists", "id: " + "[".repeat(500_000), "nested more than 20 deep"),
                Arguments.of("deep mappings", "{a: ".repeat(200_000), "nested more than 20 deep"),
                Arguments.of("many values", "id: [" + "a,".repeat(400_000) + "]", "more than 50000 values"),
                Arguments.of(
                        "a key of its own twice", "id: test-r1\nid: test-r1\n", "line 2, column 1, id: duplicate key"),
                Arguments.of("a merge", "<<: {id: x}", "<<: unknown key"),
                Arguments.of("two documents", "id: a\n---\nid: b\n", "more than one document"),
                Arguments.of("nothing", "", "the file is empty"),
                Arguments.of("a list", "- 1", "a mapping is expected"),
                Arguments.of("a key that is a list", "{[a]: b}", "unknown key"),
                Arguments.of("no YAML", "id: [", "not YAML: "),
                Arguments.of("a control character", "id: \u0001", "not YAML: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void areRefusedSoonWithTheReason(String what, String yaml, String reason) {
        long start = System.nanoTime();

        var problems = problems(yaml.getBytes(UTF_8));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        assertThat(problems).hasSizeLessThanOrEqualTo(100);
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem).asString().contains(reason));
    }

    @Test
    void refusesWhatIsNotUtf8() {
        assertThat(problems(new byte[] {'i', 'd', ':', ' ', (byte) 0xC3, '\n'}))
                .extracting(FileProblem::message)
                .containsExactly("the file is not UTF-8");
    }

    @Test
    void refusesTenThousandCriteriaSoon() {
        var criteria =
                IntStream.range(0, 10_000).mapToObj(i -> "{c: " + i + "}").collect(Collectors.joining(","));
        long start = System.nanoTime();

        var problems = problems(("areas: [{code: TT, criteria: [" + criteria + "]}]").getBytes(UTF_8));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem.message())
                        .isEqualTo("an edition has at most 300 criteria, but here are 10000"));
    }

    private static List<FileProblem> problems(byte[] yaml) {
        return new EditionFile().read(yaml).fold(edition -> List.of(), problems -> problems);
    }
}
