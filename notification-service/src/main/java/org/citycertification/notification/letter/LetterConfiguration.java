package org.citycertification.notification.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Puts the writing of letters together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LetterProperties.class)
class LetterConfiguration {
    private static final String FOLDER = "notification/letters/";

    @Bean
    LetterWriter letterWriter(LetterProperties settings) {
        return writer(settings);
    }

    /** Not a bean's dependencies: the service's own messages and templates must never mix with a page's. */
    static LetterWriter writer(LetterProperties settings) {
        ResourceBundleMessageSource words = words();
        var engine = new SpringTemplateEngine();
        engine.setTemplateEngineMessageSource(words);
        engine.addTemplateResolver(resolver(".html", TemplateMode.HTML));
        engine.addTemplateResolver(resolver(".txt", TemplateMode.TEXT));
        return new LetterWriter(engine, words, settings);
    }

    static ResourceBundleMessageSource words() {
        var words = new ResourceBundleMessageSource();
        words.setBasename(FOLDER + "words");
        words.setDefaultEncoding(UTF_8.name());
        words.setFallbackToSystemLocale(false);
        words.setDefaultLocale(Locale.ENGLISH);
        words.setAlwaysUseMessageFormat(true);
        return words;
    }

    private static ClassLoaderTemplateResolver resolver(String suffix, TemplateMode mode) {
        var resolver = new ClassLoaderTemplateResolver(LetterConfiguration.class.getClassLoader());
        resolver.setPrefix(FOLDER);
        resolver.getResolvablePatternSpec().addPattern("*" + suffix);
        resolver.setTemplateMode(mode);
        resolver.setCharacterEncoding(UTF_8.name());
        return resolver;
    }
}
