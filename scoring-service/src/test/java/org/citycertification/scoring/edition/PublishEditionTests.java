package org.citycertification.scoring.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citycertification.scoring.edition.domain.EditionId;
import org.citycertification.scoring.edition.file.EditionFile;
import org.junit.jupiter.api.Test;

class PublishEditionTests {

    private static final EditionId DRAFT = new EditionId("2026-draft");
    private static final String FILE = file();
    private static final String OTHER = FILE.replace("percent: 51", "percent: 52");

    private final InMemoryEditionLogs log = new InMemoryEditionLogs();

    @Test
    void publishesWhatIsNew() {
        var outcome = publish(FILE);

        assertThat(outcome).isInstanceOf(Publication.Published.class);
        assertThat(log.written()).extracting(each -> each.edition().id()).containsExactly(DRAFT);
    }

    @Test
    void knowsTheSameContentAgainWithoutWritingIt() {
        publish(FILE);

        assertThat(publish(FILE + "\n# a remark\n"))
                .isEqualTo(new Publication.Known(log.written().get(0)));
        assertThat(log.written()).hasSize(1);
    }

    @Test
    void refusesOtherContentUnderAPublishedId() {
        publish(FILE);

        assertThat(publish(OTHER))
                .asInstanceOf(type(Publication.Conflict.class))
                .satisfies(conflict -> {
                    assertThat(conflict.id()).isEqualTo(DRAFT);
                    assertThat(conflict.published())
                            .isEqualTo(log.written().get(0).hash());
                    assertThat(conflict.given()).isNotEqualTo(conflict.published());
                });
        assertThat(log.written()).hasSize(1);
    }

    @Test
    void refusesTheFileOfAnotherEditionThanTheOneNamed() {
        var named = new EditionId("2027-r1");

        assertThat(publishing().publish(named, bytes(FILE))).isEqualTo(new Publication.Misnamed(named, DRAFT));
        assertThat(log.written()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        assertThat(publish(FILE.replace("percent: 51", "percent: 0")))
                .asInstanceOf(type(Publication.Faulty.class))
                .satisfies(faulty -> assertThat(faulty.problems())
                        .extracting(FileProblem::path)
                        .containsExactly("thresholds[0].percent"));
        assertThat(log.written()).isEmpty();
    }

    @Test
    void triesAgainWhenAnotherWriterCameInBetween() {
        log.beforeTheNextWrite(log::open);

        assertThat(publish(FILE)).isInstanceOf(Publication.Published.class);
        assertThat(log.written()).hasSize(1);
    }

    @Test
    void findsWhatTheOtherWriterHasPublishedInBetween() {
        log.beforeTheNextWrite(() -> publish(FILE));

        assertThat(publish(FILE)).isInstanceOf(Publication.Known.class);
        assertThat(log.written()).hasSize(1);
    }

    @Test
    void refusesItsOwnContentWhenTheOtherWriterWasFirstWithAnother() {
        log.beforeTheNextWrite(() -> publish(OTHER));

        assertThat(publish(FILE)).isInstanceOf(Publication.Conflict.class);
        assertThat(log.written()).hasSize(1);
    }

    @Test
    void givesUpWhenOthersComeInBetweenFiveTimes() {
        for (int time = 1; time <= 5; time++) {
            log.beforeTheNextWrite(log::open);
        }

        assertThatExceptionOfType(EditionLogTaken.class).isThrownBy(() -> publish(FILE));
        assertThat(log.written()).isEmpty();
        assertThat(publish(FILE)).as("the next attempt").isInstanceOf(Publication.Published.class);
    }

    @Test
    void endsTheFifthAttemptWell() {
        for (int time = 1; time <= 4; time++) {
            log.beforeTheNextWrite(log::open);
        }

        assertThat(publish(FILE)).isInstanceOf(Publication.Published.class);
    }

    /** Another instance for each, as when two run side by side. */
    private Publication publish(String file) {
        return publishing().publish(DRAFT, bytes(file));
    }

    /** Reading back is slow, which must not matter: what is published is published. */
    private PublishEdition publishing() {
        return new PublishEdition(new EditionFile(), new EditionTurn(log), new Readers(false));
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }

    private static String file() {
        try {
            return Files.readString(Path.of("../samples/editions/2026-draft.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
