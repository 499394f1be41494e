package org.citycertification.pages.testing;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What every page must stand: the rules of WCAG 2.2 AA that a machine can check, its width, and an empty console. */
public final class PageCheck {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Page page;
    private final List<String> console = new ArrayList<>();

    /** From now on the console is listened to; a breach of the content security policy is written there. */
    public PageCheck(Page page) {
        this.page = page;
        page.onConsoleMessage(this::heard);
    }

    private void heard(ConsoleMessage message) {
        boolean expected =
                message.text().startsWith("Failed to load resource: the server responded with a status of 4");
        if (message.type().equals("error") && !expected) {
            console.add(message.text());
        }
    }

    /** Everything wrong with the page that is shown, one line each. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(console);
        // The legacy mode looks at one frame, in place: the pages have no more, and it takes half the time.
        new AxeBuilder(page)
                .setLegacyMode(true)
                .options(violationsOf(RULES))
                .analyze()
                .getViolations()
                .forEach(rule -> rule.getNodes().forEach(node -> faults.add(rule.getId() + ": " + node.getHtml())));
        Object beyond = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) beyond).intValue() > 0) {
            faults.add("the page is " + beyond + " px wider than the window");
        }
        return faults;
    }

    private static AxeRunOptions violationsOf(List<String> tags) {
        var only = new AxeRunOnlyOptions();
        only.setType("tag");
        only.setValues(tags);
        var options = new AxeRunOptions();
        options.setRunOnly(only);
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** What the n-th press of the Tab key reaches, by its text or name. */
    public static List<String> tabStops(Page page, int count) {
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            page.keyboard().press("Tab");
            stops.add(
                    String.valueOf(
                            page.evaluate(
                                    "(document.activeElement.innerText || document.activeElement.name || document.activeElement.id || '').trim()")));
        }
        return stops;
    }
}
