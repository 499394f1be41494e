package org.citycertification.journeys;

import java.util.List;
import org.citycertification.local.TopicWatch;
import org.citycertification.schemas.review.v1.CertificationEvent;

/** The certification events that a watch has seen. */
final class Certifications {
    private Certifications() {}

    /** Their cities. A relay that died behind Kafka's commit repeats the same event; another one would be a second decision. */
    static List<String> cities(TopicWatch watch) {
        return watch.all().stream()
                .map(TopicWatch.Seen::value)
                .filter(CertificationEvent.class::isInstance)
                .map(CertificationEvent.class::cast)
                .distinct()
                .map(CertificationEvent::getCityId)
                .toList();
    }
}
