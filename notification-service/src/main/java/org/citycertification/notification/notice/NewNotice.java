package org.citycertification.notification.notice;

import java.util.UUID;
import org.citycertification.notification.letter.Facts;
import org.jspecify.annotations.Nullable;

/**
 * A notice to be written into the ledger.
 *
 * @param submissionId null where the notice is of public facts
 */
record NewNotice(NoticeKey key, Matter matter, @Nullable UUID submissionId, String cityId, Facts facts) {}
