package org.citycertification.pages;

import java.util.List;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How people come in, where a service has pages that are not for everybody. */
public interface PageEntrance {

    /** Adds signing in and out to the chain of the pages. */
    void apply(HttpSecurity http);

    /** Pages that whoever has not signed in must see. */
    List<String> openPaths();

    /** Where a form may lead to besides this service, for the content security policy. */
    List<String> formTargets();
}
