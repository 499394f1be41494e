/** Answers every refusal and failure with one kind of document, RFC 9457 problem details. */
@NullMarked
package org.citycertification.http.problem;

import org.jspecify.annotations.NullMarked;
