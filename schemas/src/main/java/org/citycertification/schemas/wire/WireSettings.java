package org.citycertification.schemas.wire;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** The ecosystem's own keys, as far as this wire format understands them. */
record WireSettings(String registryUrl, boolean autoRegister, boolean specificReader) {
    private static final String STRATEGY = "value.subject.name.strategy";

    static WireSettings from(Map<String, ?> configs, boolean isKey) {
        if (isKey) {
            throw new ConfigException("Keys of this system are plain strings; use Kafka's StringSerializer for them");
        }
        Object url = configs.get("schema.registry.url");
        if (url == null) {
            throw new ConfigException("schema.registry.url is missing");
        }
        Object strategy = configs.get(STRATEGY);
        if (strategy != null && !strategy.toString().endsWith("TopicNameStrategy")) {
            throw new ConfigException(STRATEGY, strategy, "only TopicNameStrategy is understood");
        }
        return new WireSettings(
                url.toString(), isTrue(configs, "auto.register.schemas"), isTrue(configs, "specific.avro.reader"));
    }

    private static boolean isTrue(Map<String, ?> configs, String key) {
        Object value = configs.get(key);
        return value != null && Boolean.parseBoolean(value.toString());
    }

    WireFormat wireFormat() {
        return new WireFormat(Registries.client(registryUrl), autoRegister);
    }
}
