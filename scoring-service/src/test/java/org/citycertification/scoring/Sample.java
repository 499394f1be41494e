package org.citycertification.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A file of {@code samples/}. */
public record Sample(String note, String cityId, Body assessment) {

    public record Body(String editionId, List<AnswerBody> answers) {}

    public record AnswerBody(
            String criterion, boolean met, List<String> checklist, List<EvidenceBody> evidence, String comment) {}

    public record EvidenceBody(String kind, String label, String link, String date) {}

    public static Sample read(String file) {
        try {
            var json = Files.readString(Path.of("../samples", file));
            return JsonMapper.builder().build().readValue(json, Sample.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
