package org.citycertification.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.citycertification.messaging.headers.StoredTraces;
import org.citycertification.messaging.headers.Traces;
import org.citycertification.messaging.health.HealthChecks;
import org.citycertification.messaging.mirror.Mirrors;
import org.citycertification.messaging.mirror.TopicMirror;
import org.citycertification.messaging.outbox.WrittenSchema;
import org.citycertification.schemas.wire.Registries;
import org.citycertification.schemas.wire.RegistryUnavailable;
import org.citycertification.schemas.wire.WireFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;

/** What every service needs of Kafka, with or without a database. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties(MessagingProperties.class)
public class MessagingAutoConfiguration {
    private static final Logger log = LoggerFactory.getLogger(MessagingAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    Clock messagingClock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean(MeterRegistry.class)
    MeterRegistry fallbackMeterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Bean
    WireFormat wireFormat(
            @Value("${schema.registry.url}") String url,
            @Value("${auto.register.schemas:false}") boolean autoRegister) {
        return new WireFormat(Registries.client(url), autoRegister);
    }

    @Bean
    Traces traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new Traces(tracer.getIfAvailable(), propagator.getIfAvailable());
    }

    @Bean
    StoredTraces storedTraces(Traces traces) {
        return new StoredTraces(traces);
    }

    @Bean
    KafkaClients kafkaClients(KafkaProperties spring) {
        return new KafkaClients(spring);
    }

    @Bean
    Mirrors topicMirrors(
            ObjectProvider<TopicMirror<?>> mirrors, KafkaClients clients, TopicEnds topicEnds, WireFormat wire) {
        return new Mirrors(mirrors.orderedStream().toList(), clients::consumerWithoutGroup, topicEnds, wire);
    }

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Admin kafkaAdminClient(KafkaProperties spring) {
        Map<String, Object> settings = new HashMap<>(spring.buildAdminProperties());
        settings.put("reconnect.backoff.max.ms", "1000");
        return Admin.create(settings);
    }

    @Bean
    TopicEnds topicEnds(Admin admin) {
        return new TopicEnds(admin);
    }

    @Bean
    HealthIndicator mirrorsHealthIndicator(Mirrors mirrors) {
        return HealthChecks.mirrors(mirrors);
    }

    /** Once at start, so that a service which has seen the registry needs it no more, whether or not anybody asks for its health. */
    @Bean
    SmartInitializingSingleton schemaIdsAtStart(WireFormat wire, ObjectProvider<WrittenSchema> written) {
        return () -> {
            try {
                written.stream().forEach(schema -> wire.resolve(schema.topic(), schema.schema()));
            } catch (RegistryUnavailable e) {
                log.warn("Not ready until the registry answers: {}", e.getMessage());
            }
        };
    }

    @Bean
    HealthIndicator schemaIdsHealthIndicator(WireFormat wire, ObjectProvider<WrittenSchema> written) {
        List<WrittenSchema> schemas = written.stream().toList();
        return HealthChecks.schemaIds(wire, schemas);
    }

    @Bean
    HealthIndicator brokerHealthIndicator(Admin admin) {
        return HealthChecks.broker(admin);
    }
}
