package org.citycertification.cli.deadletters;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.citycertification.schemas.Topics;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Name of a dead letter: its place on its own topic, as {@code TOPIC:PARTITION:OFFSET}. */
record LetterId(String topic, int partition, long offset) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]+):(\\d{1,9}):(\\d{1,18})");

    static LetterId of(ConsumerRecord<?, ?> record) {
        return new LetterId(record.topic(), record.partition(), record.offset());
    }

    static LetterId parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !Topics.holdsDeadLetters(matcher.group(1))) {
            throw new TypeConversionException("'" + text + "' is not the ID of a dead letter, such as"
                    + " review.case.internal.v1.intake.dlt:3:17");
        }
        return new LetterId(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public String toString() {
        return topic + ":" + partition + ":" + offset;
    }

    /** For picocli. */
    static final class Converter implements ITypeConverter<LetterId> {
        @Override
        public LetterId convert(String value) {
            return parse(value);
        }
    }
}
