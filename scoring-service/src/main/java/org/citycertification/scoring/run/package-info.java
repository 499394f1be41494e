/** Work over all submissions of the past, started as a command: its name, its progress, its exit codes. */
@NullMarked
package org.citycertification.scoring.run;

import org.jspecify.annotations.NullMarked;
