package org.citycertification.platform.mailbox;

import java.util.List;

/** The page that lists the mails, newest first. Whatever a mail says is shown as text, or in a frame that may do nothing. */
final class MailboxHtml {

    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Mailbox</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1b1b1b }
            article { border: 1px solid #71767a; border-radius: .25rem; margin: 1rem 0; padding: 1rem }
            h2 { margin: 0 0 .5rem; font-size: 1.2rem }
            pre { white-space: pre-wrap; overflow-wrap: anywhere }
            iframe { width: 100%; height: 30rem; border: 1px solid #dfe1e2; background: #fff }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0 } dd { margin: 0; overflow-wrap: anywhere }
            </style></head><body>
            """;

    private MailboxHtml() {}

    static String page(List<ReceivedMail> mails) {
        var page = new StringBuilder(HEAD)
                .append("<h1>Mailbox: ")
                .append(mails.size())
                .append(" received</h1>\n");
        for (var i = mails.size() - 1; i >= 0; i--) {
            append(page, mails.get(i));
        }
        return page.append("</body></html>\n").toString();
    }

    private static void append(StringBuilder page, ReceivedMail mail) {
        page.append("<article id=\"mail-").append(escaped(mail.id())).append("\"><h2>");
        page.append(escaped(mail.subject())).append("</h2><dl>");
        row(page, "From", mail.from());
        row(page, "To", String.join(", ", mail.to()));
        row(page, "Received", mail.receivedAt());
        page.append("</dl><pre>").append(escaped(mail.text())).append("</pre>");
        if (!mail.html().isEmpty()) {
            details(
                    page,
                    "As HTML",
                    "<iframe sandbox title=\"HTML part\" srcdoc=\"" + escaped(mail.html()) + "\"></iframe>");
        }
        details(page, "Headers", "<pre>" + escaped(mail.headers()) + "</pre>");
        page.append("</article>\n");
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("<dt>")
                .append(name)
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>");
    }

    private static void details(StringBuilder page, String summary, String content) {
        page.append("<details><summary>").append(summary).append("</summary>");
        page.append(content).append("</details>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
