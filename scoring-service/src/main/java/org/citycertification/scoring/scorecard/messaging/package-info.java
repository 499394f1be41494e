/** Reads submissions from their topic and answers each with one record, batch by batch in Kafka transactions. */
@NullMarked
package org.citycertification.scoring.scorecard.messaging;

import org.jspecify.annotations.NullMarked;
