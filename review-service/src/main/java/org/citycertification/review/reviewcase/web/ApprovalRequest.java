package org.citycertification.review.reviewcase.web;

import org.jspecify.annotations.Nullable;

/** What an approver may add. */
record ApprovalRequest(@Nullable String note) {}
