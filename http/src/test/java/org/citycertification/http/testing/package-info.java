/** Signed tokens for tests, without an identity provider. */
@NullMarked
package org.citycertification.http.testing;

import org.jspecify.annotations.NullMarked;
