package org.citycertification.notification.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who asked to hear of each announcement. */
record Subscriber(UUID id, @Nullable String name, MailAddress address, String language) {}
