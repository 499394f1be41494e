package org.citycertification.scoring;

import org.citycertification.messaging.KafkaClients;
import org.citycertification.messaging.MessagingAutoConfiguration;
import org.citycertification.schemas.wire.WireFormat;
import org.citycertification.scoring.edition.Editions;
import org.citycertification.scoring.edition.messaging.EditionMirrorConfiguration;
import org.citycertification.scoring.rescore.Rescore;
import org.citycertification.scoring.rescore.messaging.KafkaRescore;
import org.citycertification.scoring.scorecard.ScoreSubmission;
import org.citycertification.scoring.whatif.WhatIf;
import org.citycertification.scoring.whatif.messaging.KafkaPastAssessments;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * All that commands need. It names each part instead of looking for them, so that no listener of the service starts beside
 * a command; it is not marked as a configuration, so that the service does not find it.
 */
@ImportAutoConfiguration({SslAutoConfiguration.class, KafkaAutoConfiguration.class, MessagingAutoConfiguration.class})
@Import(EditionMirrorConfiguration.class)
class CommandConfiguration {

    @Bean
    Rescore rescore(KafkaClients clients, Editions editions, WireFormat wire) {
        return new KafkaRescore(clients, new ScoreSubmission(editions), wire);
    }

    @Bean
    WhatIf whatIf(KafkaClients clients, Editions editions, WireFormat wire) {
        return new WhatIf(new KafkaPastAssessments(clients, wire), editions);
    }
}
