/** Knows the caller from a signed bearer token and lets nobody through whom no rule lets through. */
@NullMarked
package org.citycertification.http.bearer;

import org.jspecify.annotations.NullMarked;
