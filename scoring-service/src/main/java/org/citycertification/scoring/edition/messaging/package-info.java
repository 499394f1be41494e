/** The topic on which editions are published, written once and mirrored in memory. */
@NullMarked
package org.citycertification.scoring.edition.messaging;

import org.jspecify.annotations.NullMarked;
