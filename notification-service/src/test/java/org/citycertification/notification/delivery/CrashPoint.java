package org.citycertification.notification.delivery;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Ends the process without any farewell, right before or right after a letter is with the mail server. */
@Configuration(proxyBeanMethods = false)
public class CrashPoint {
    @Bean
    static BeanPostProcessor crashingMailServer(Environment environment) {
        String point = environment.getProperty("crash.at", "never");
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof MailServer server ? new Crashing(server, point) : bean;
            }
        };
    }

    private record Crashing(MailServer server, String point) implements MailServer {
        @Override
        public void connect() throws Unreachable {
            server.connect();
        }

        @Override
        public Answer send(OutgoingMail mail) {
            crashAt("before-smtp");
            Answer answer = server.send(mail);
            crashAt("after-smtp");
            return answer;
        }

        private void crashAt(String here) {
            if (point.equals(here)) {
                Runtime.getRuntime().halt(137);
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
