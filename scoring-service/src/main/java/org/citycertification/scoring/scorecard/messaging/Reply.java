package org.citycertification.scoring.scorecard.messaging;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The answer to one record.
 *
 * @param scored whether it is a scorecard; otherwise it is a dead letter
 */
record Reply(ConsumerRecord<byte[], byte[]> source, ProducerRecord<byte[], byte[]> outgoing, boolean scored) {}
