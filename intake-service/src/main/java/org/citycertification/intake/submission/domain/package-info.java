/** What a submission is, when one is accepted, and what becomes of it. */
@NullMarked
package org.citycertification.intake.submission.domain;

import org.jspecify.annotations.NullMarked;
