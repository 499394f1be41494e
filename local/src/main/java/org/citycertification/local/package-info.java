/** The whole system on one machine: platform, identity and services as processes, and the journey that shows them at work. */
@NullMarked
package org.citycertification.local;

import org.jspecify.annotations.NullMarked;
