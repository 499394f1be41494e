/** The reviewers' pages: the queue, a case with the explanation of its results, findings, approval and return. */
@NullMarked
package org.citycertification.review.reviewcase.pages;

import org.jspecify.annotations.NullMarked;
