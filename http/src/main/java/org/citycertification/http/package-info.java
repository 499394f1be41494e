/** What the REST side of every service shares; it knows no word of the services' domain. */
@NullMarked
package org.citycertification.http;

import org.jspecify.annotations.NullMarked;
