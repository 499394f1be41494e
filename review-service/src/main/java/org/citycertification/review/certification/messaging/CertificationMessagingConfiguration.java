package org.citycertification.review.certification.messaging;

import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.Topics;
import org.citycertification.schemas.review.v1.CertificationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the certifications write. */
@Configuration(proxyBeanMethods = false)
class CertificationMessagingConfiguration {

    @Bean
    WrittenSchema certificationSchema() {
        return WrittenSchema.versionedBy("cityVersion", Topics.CERTIFICATION, CertificationEvent.getClassSchema());
    }
}
