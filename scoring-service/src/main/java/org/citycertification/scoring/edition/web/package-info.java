/** The published editions for everyone, as JSON. */
@NullMarked
package org.citycertification.scoring.edition.web;

import org.jspecify.annotations.NullMarked;
