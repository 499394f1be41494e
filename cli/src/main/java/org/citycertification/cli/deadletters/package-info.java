/** {@code certify dead-letters}: what services refused, and what is to become of it. */
@NullMarked
package org.citycertification.cli.deadletters;

import org.jspecify.annotations.NullMarked;
