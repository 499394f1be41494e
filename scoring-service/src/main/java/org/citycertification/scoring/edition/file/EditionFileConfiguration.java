package org.citycertification.scoring.edition.file;

import java.io.IOException;
import org.citycertification.scoring.edition.EditionFormat;
import org.citycertification.scoring.edition.ShippedEditions;
import org.citycertification.scoring.edition.ShippedTranslations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Reads the shipped editions while the service starts, so that a broken file stops it. */
@Configuration(proxyBeanMethods = false)
class EditionFileConfiguration {

    @Bean
    ShippedEditions shippedEditions(EditionFileProperties settings, ResourcePatternResolver files) throws IOException {
        return EditionFiles.matching(settings.files(), files);
    }

    @Bean
    ShippedTranslations shippedTranslations(
            EditionFileProperties settings, ResourcePatternResolver files, ShippedEditions shipped) throws IOException {
        return TranslationFiles.matching(settings.translations(), files, shipped.all());
    }

    @Bean
    EditionFormat editionFormat() {
        return new EditionFile();
    }
}
