/** The case, the findings and approvals of its reviewers, and the rules for them. */
@NullMarked
package org.citycertification.review.reviewcase.domain;

import org.jspecify.annotations.NullMarked;
