package org.citycertification.http.bearer;

import org.springframework.security.core.AuthenticationException;

/** A token cannot be judged now, because the issuer's keys are neither known nor to be had. */
final class IssuerUnavailable extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    IssuerUnavailable(Throwable cause) {
        super("The issuer's keys cannot be read", cause);
    }
}
