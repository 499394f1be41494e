/** What a dead-letter topic holds: refused records as they came, and what was done about each. */
@NullMarked
package org.citycertification.schemas.deadletter;

import org.jspecify.annotations.NullMarked;
