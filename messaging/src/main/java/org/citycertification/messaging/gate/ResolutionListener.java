package org.citycertification.messaging.gate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.citycertification.messaging.failure.Transience;
import org.citycertification.messaging.gate.Resolutions.Request;
import org.citycertification.schemas.deadletter.DeadLetter;
import org.citycertification.schemas.deadletter.DeadLetterLog;
import org.citycertification.schemas.deadletter.v1.Action;
import org.citycertification.schemas.deadletter.v1.DeadLetterEvent;
import org.citycertification.schemas.deadletter.v1.Result;
import org.citycertification.schemas.wire.WireFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/** Reads what operators want done about the dead letters of one topic, and does it. */
final class ResolutionListener<E extends SpecificRecord> implements BatchMessageListener<byte[], byte[]> {
    private static final Logger log = LoggerFactory.getLogger(ResolutionListener.class);

    private final GateListener<E> listener;
    private final Decoder<E> decoder;
    private final Redrive<E> redrive;
    private final DeadLetters deadLetters;
    private final Resolutions resolutions;
    private final LetterFetch letters;
    private final WireFormat wire;
    private final int attempts;
    private volatile @Nullable String trouble;

    /**
     * @param listener applies what was parked behind a letter
     * @param decoder without patience: an operator says when to try
     */
    ResolutionListener(
            GateListener<E> listener,
            Decoder<E> decoder,
            Redrive<E> redrive,
            DeadLetters deadLetters,
            Resolutions resolutions,
            LetterFetch letters,
            WireFormat wire,
            int attempts) {
        this.listener = listener;
        this.decoder = decoder;
        this.redrive = redrive;
        this.deadLetters = deadLetters;
        this.resolutions = resolutions;
        this.letters = letters;
        this.wire = wire;
        this.attempts = attempts;
    }

    /** What holds the reader up, or null. */
    @Nullable
    String trouble() {
        return trouble;
    }

    /** Somebody else reads them from now on. */
    void forgetTrouble() {
        trouble = null;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        try {
            records.forEach(this::take);
            trouble = null;
        } catch (RuntimeException e) {
            trouble = e.toString();
            throw e;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Optional<DeadLetter> letter = DeadLetter.of(record);
        if (letter.isPresent()) {
            resolutions.note(letter.get());
            return;
        }
        DeadLetterEvent event = DeadLetterLog.event(wire, record);
        if (event == null) {
            log.warn("Not a dead letter nor about one: {} offset {}", record.topic(), record.offset());
            resolutions.pass(record);
        } else if (event.getResolution() == null) {
            resolutions.pass(record);
        } else {
            resolve(new Request(record, event), event.getResolution().getAction());
        }
    }

    private void resolve(Request request, Action action) {
        Optional<DeadLetter> found =
                letters.before(request.record(), request.event().getLetterOffset());
        if (found.isEmpty()) {
            resolutions.refuse(request, "There is no dead letter at that offset.");
            return;
        }
        DeadLetter letter = found.get();
        switch (action) {
            case REDRIVE -> redrive(request, letter);
            case DISCARD -> {
                Incoming<E> incoming = decoder.decode(letter.original());
                resolutions.resolve(request, letter, () -> redrive.discard(incoming));
            }
            case UNKNOWN -> resolutions.refuse(request, "This build does not know what is wanted; upgrade it.");
        }
        listener.unpark(Set.of(letter.key()));
    }

    private void redrive(Request request, DeadLetter letter) {
        Incoming<E> incoming = decoder.decode(letter.original());
        if (incoming instanceof Incoming.Broken<E> broken) {
            failAgain(request, letter, broken.reason(), broken.failure());
            return;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                resolutions.resolve(request, letter, () -> redrive.apply(incoming));
                return;
            } catch (RuntimeException e) {
                if (Transience.isTransient(e)) {
                    throw e;
                }
                if (attempt >= attempts) {
                    failAgain(request, letter, "Failed alone %d times: %s".formatted(attempt, e), e);
                    return;
                }
            }
        }
    }

    private void failAgain(Request request, DeadLetter letter, String reason, @Nullable Throwable failure) {
        resolutions.resolve(request, letter, () -> {
            deadLetters.addAgain(letter, reason, failure);
            return Result.FAILED_AGAIN;
        });
    }
}
