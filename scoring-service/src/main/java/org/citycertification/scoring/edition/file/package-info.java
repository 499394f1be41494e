/** Reads editions of the standard from the YAML files that ship with the service. */
@NullMarked
package org.citycertification.scoring.edition.file;

import org.jspecify.annotations.NullMarked;
