/** Submissions over HTTP, in the applicant's words. */
@NullMarked
package org.citycertification.intake.submission.web;

import org.jspecify.annotations.NullMarked;
