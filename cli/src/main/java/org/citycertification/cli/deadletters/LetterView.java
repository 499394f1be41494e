package org.citycertification.cli.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterFile;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Outcome;
import org.citycertification.schemas.deadletter.v1.Resolution;
import org.citycertification.schemas.wire.UndecodableRecord;
import org.citycertification.schemas.wire.UnknownSchemaId;
import org.citycertification.schemas.wire.WireFormat;
import tools.jackson.databind.json.JsonMapper;

/** A dead letter as named values, the same for text and JSON. */
final class LetterView {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private LetterView() {}

    /** A constant as words. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a resolution asks for. */
    static String wish(Resolution resolution) {
        String action = words(resolution.getAction());
        Long version = resolution.getRecordVersion();
        return version == null ? action : action + " as version " + version;
    }

    /** What a list shows. */
    static Map<String, Object> summary(DeadLetterFile file) {
        DeadLetter letter = file.letter();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", LetterId.of(letter.record()).toString());
        view.put("state", words(file.state()));
        view.put("service", Topics.deadLetterService(letter.record().topic()));
        view.put("sourceTopic", letter.sourceTopic());
        view.put("sourcePartition", letter.record().partition());
        view.put("sourceOffset", letter.sourceOffset());
        view.put("key", letter.key());
        view.put("refusal", letter.attempt());
        view.put("at", letter.header(DeadLetter.AT));
        view.put("reason", letter.header(DeadLetter.REASON));
        return view;
    }

    /** Everything that is known. */
    static Map<String, Object> whole(DeadLetterFile file, WireFormat wire) {
        Map<String, Object> view = summary(file);
        view.put("exception", file.letter().header(DeadLetter.EXCEPTION));
        view.put("headers", headers(file.letter().original()));
        putValue(view, file.letter().record().value(), wire);
        view.put("history", history(file));
        return view;
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return headers;
    }

    private static void putValue(Map<String, Object> view, byte[] value, WireFormat wire) {
        if (value == null) {
            view.put("valueProblem", "The record has no value.");
            return;
        }
        view.put("valueBytes", value.length);
        try {
            view.put("value", JSON.readTree(wire.decodeGeneric(value).toString()));
        } catch (UndecodableRecord | UnknownSchemaId e) {
            view.put("valueProblem", String.valueOf(e.getMessage()));
            view.put("valueBase64", java.util.Base64.getEncoder().encodeToString(value));
        }
    }

    private static List<Map<String, Object>> history(DeadLetterFile file) {
        List<Map<String, Object>> history = new ArrayList<>();
        for (DeadLetterEvent event : file.history()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("at", event.getOccurredAt().toString());
            Resolution resolution = event.getResolution();
            if (resolution != null) {
                entry.put("action", words(resolution.getAction()));
                entry.put("actor", resolution.getActor());
                entry.put("reason", resolution.getReason());
                if (resolution.getRecordVersion() != null) {
                    entry.put("recordVersion", resolution.getRecordVersion());
                }
            }
            Outcome outcome = event.getOutcome();
            if (outcome != null) {
                entry.put("result", words(outcome.getResult()));
                entry.put("detail", outcome.getDetail());
            }
            history.add(entry);
        }
        return history;
    }
}
