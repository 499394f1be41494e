/** The wire format of every record: a magic byte, a schema id of the registry, Avro binary. */
@NullMarked
package org.citycertification.schemas.wire;

import org.jspecify.annotations.NullMarked;
