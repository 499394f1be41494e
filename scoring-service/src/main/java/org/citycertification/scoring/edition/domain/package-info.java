/** One edition of the standard: its areas, criteria, checklists, evidence rules and thresholds. */
@NullMarked
package org.citycertification.scoring.edition.domain;

import org.jspecify.annotations.NullMarked;
