package org.citycertification.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.citycertification.pages.testing.Chromium;
import org.citycertification.pages.testing.Screen;

/** A reviewer before a window of a browser, signed in at the identity provider. */
record ReviewerInBrowser(Page page) {
    private static final String REASON = "The minutes shown are older than a year.";

    /** Signed in at the review service at that address. */
    static ReviewerInBrowser signedIn(String address, String account) {
        Page page = Chromium.window(Screen.DESKTOP, "en");
        page.navigate(address + "/cases");
        page.locator("main a.usa-button").click();
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill("demo");
        page.locator("button[type=submit]").click();
        page.waitForURL(address + "/cases*");
        return new ReviewerInBrowser(page);
    }

    /** Finds one criterion not met, and approves; {@code address} is the case's. */
    void overturnAndApprove(String address) {
        page.navigate(address);
        page.locator("#DM1 summary").click();
        page.locator("label[for=overturn-DM1]").click();
        page.locator("#reason-DM1").fill(REASON);
        page.locator(".sticky button").click();
        page.waitForURL(address + "?done=findings");
        page.navigate(address + "/approve");
        assertThat(page.locator("main").innerText()).contains(REASON);
        page.locator("main form button").click();
        page.waitForURL(address + "?done=*");
    }

    String url() {
        return page.url();
    }
}
