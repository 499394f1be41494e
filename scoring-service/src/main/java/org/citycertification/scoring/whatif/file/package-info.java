/** The report as JSON, CSV and a page. */
@NullMarked
package org.citycertification.scoring.whatif.file;

import org.jspecify.annotations.NullMarked;
