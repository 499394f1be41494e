package org.citycertification.notification.notice;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.citycertification.notification.contact.Recipient;
import org.citycertification.notification.letter.Template;
import org.jspecify.annotations.Nullable;

/**
 * A notice as staff see it. The recipient is named by id; names and addresses are not part of the ledger.
 *
 * @param uncertainAttempts those of which nobody knows whether the letter arrived
 * @param dueAt when it is tried next, or could have been at the earliest
 * @param steps every state it was in, in order; left out of lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NoticeView(
        @JsonIgnore long seq,
        UUID id,
        UUID eventId,
        Recipient recipient,
        Template template,
        String messageId,
        @Nullable UUID submissionId,
        String cityId,
        NoticeState state,
        int attempts,
        List<Integer> uncertainAttempts,
        @Nullable String cause,
        @Nullable String language,
        Instant createdAt,
        Instant changedAt,
        Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable List<StepView> steps) {

    NoticeView with(List<StepView> all) {
        return new NoticeView(
                seq,
                id,
                eventId,
                recipient,
                template,
                messageId,
                submissionId,
                cityId,
                state,
                attempts,
                uncertainAttempts,
                cause,
                language,
                createdAt,
                changedAt,
                dueAt,
                sentAt,
                all);
    }

    /**
     * One state that a notice was in.
     *
     * @param sender number of the sender that had it, null where none did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepView(
            Instant at,
            NoticeState state,
            int attempt,
            @Nullable Integer sender,
            @Nullable String cause) {}
}
