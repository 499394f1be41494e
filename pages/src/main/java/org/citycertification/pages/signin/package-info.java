/** People sign in at the issuer (authorization code and PKCE) and out again; the session keeps who they are, and no token. */
@NullMarked
package org.citycertification.pages.signin;

import org.jspecify.annotations.NullMarked;
