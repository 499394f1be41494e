package org.citycertification.notification.contact;

import java.util.UUID;

/** A contact as the owner of contacts published it. */
record RecordedContact(
        UUID id, String cityId, String name, String address, String language, String role, long version) {}
