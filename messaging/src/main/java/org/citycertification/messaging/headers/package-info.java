/** What travels beside a record: CloudEvents attributes and the trace. */
@NullMarked
package org.citycertification.messaging.headers;

import org.jspecify.annotations.NullMarked;
