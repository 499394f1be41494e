/** An OpenID provider with invented accounts, so that everything else can use real tokens on one machine. */
@NullMarked
package org.citycertification.identity;

import org.jspecify.annotations.NullMarked;
