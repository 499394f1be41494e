package org.citycertification.pages.frame;

import java.util.Set;

/**
 * A link in the head of every page of a service.
 *
 * @param message key of its text
 * @param path where it leads
 * @param roles who sees it; none means everybody
 */
public record NavigationItem(String message, String path, Set<String> roles) {
    public NavigationItem {
        roles = Set.copyOf(roles);
    }
}
