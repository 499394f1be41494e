package org.citycertification.pages.frame;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The files that pages need. What carries its version in its address is kept by browsers, ours is asked for again. */
final class Assets implements WebMvcConfigurer {

    /** The version of the design system that scripts/update-uswds.sh has brought. */
    static final String USWDS = "3.14.0";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/uswds/" + USWDS + "/**")
                .addResourceLocations("classpath:/static/assets/uswds/" + USWDS + "/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/assets/pages/**")
                .addResourceLocations("classpath:/static/assets/pages/")
                .setCacheControl(CacheControl.noCache().cachePublic());
    }
}
