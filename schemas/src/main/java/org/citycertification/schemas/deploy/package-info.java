/** The deploy step that creates topics and registers schemas before any service starts. */
@NullMarked
package org.citycertification.schemas.deploy;

import org.jspecify.annotations.NullMarked;
