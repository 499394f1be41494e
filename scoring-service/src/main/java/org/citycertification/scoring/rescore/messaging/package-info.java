/** Reads submissions and writes what they come to, in transactions that a killed run goes on from. */
@NullMarked
package org.citycertification.scoring.rescore.messaging;

import org.jspecify.annotations.NullMarked;
