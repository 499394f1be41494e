package org.citycertification.pages.frame;

import java.util.List;
import org.citycertification.http.problem.ProblemAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ViewResolver;

/** Frames the pages of a service, in the language that the reader wants. */
@AutoConfiguration(
        after = ProblemAutoConfiguration.class,
        before = {WebMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class, MessageSourceAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(PagesProperties.class)
public class FrameAutoConfiguration {

    /** Before the limit on bodies, whose refusal may be a page. */
    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 50;

    @Bean
    MessageSource messageSource(List<PageMessages> bundles) {
        var messages = new ResourceBundleMessageSource();
        bundles.forEach(bundle -> messages.addBasenames(bundle.basename()));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    PageMessages frameMessages() {
        return new PageMessages("messages/pages");
    }

    @Bean
    LocaleResolver localeResolver() {
        return new FrameLocale();
    }

    @Bean
    FilterRegistrationBean<FrameFilter> frameFilter(
            ObjectProvider<NavigationItem> navigation, PagesProperties settings, Environment environment) {
        boolean secure = environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, true);
        var registration = new FilterRegistrationBean<>(
                new FrameFilter(navigation.orderedStream().toList(), settings.zone(), secure));
        registration.setOrder(FIRST);
        return registration;
    }

    @Bean
    ErrorPages errorPages(ObjectProvider<ViewResolver> views, LocaleResolver locales) {
        return new ErrorPages(views, locales);
    }

    @Bean
    PageExceptions pageExceptions(List<PageExceptions.PassingFailures> passing) {
        return new PageExceptions(passing);
    }

    @Bean
    PageExceptions.PassingFailures nothingPasses() {
        return thrown -> false;
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    static class WithDatabase {

        @Bean
        PageExceptions.PassingFailures databaseAway() {
            return thrown -> thrown instanceof DataAccessResourceFailureException
                    || thrown instanceof CannotCreateTransactionException;
        }
    }
}
