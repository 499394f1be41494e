/** Answers a repeated creating request with the first answer, also when both arrive at once. */
@NullMarked
package org.citycertification.http.idempotency;

import org.jspecify.annotations.NullMarked;
