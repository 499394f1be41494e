/** Finds and names everything that is wrong with a form, not only the first thing. */
@NullMarked
package org.citycertification.intake.form.domain;

import org.jspecify.annotations.NullMarked;
