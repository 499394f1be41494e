package org.citycertification.local;

import java.util.ArrayList;
import java.util.List;
import org.citycertification.platform.Mailbox;
import tools.jackson.databind.JsonNode;

/** What was mailed as the ledger tells it; the ledger knows no address and no text, so whatever server took the mail will do. */
record SentNotices(Api api, int port) implements Mails {
    private static final String NEWEST = "/api/notices?state=SENT&limit=50&cityId=";

    @Override
    public List<Mailbox.Mail> about(String cityId) {
        List<Mailbox.Mail> mails = new ArrayList<>();
        for (JsonNode notice :
                api.get(port, NEWEST + cityId, "operator").orThrow().body().path("items")) {
            mails.add(mail(notice));
        }
        return mails;
    }

    private static Mailbox.Mail mail(JsonNode notice) {
        String recipient = notice.path("recipient").toString();
        String sentAt = notice.path("sentAt").asString();
        return new Mailbox.Mail(
                notice.path("id").asString(),
                sentAt,
                "",
                List.of(recipient),
                List.of(recipient),
                notice.path("template").asString(),
                notice.path("messageId").asString(),
                sentAt,
                "Sent at " + sentAt + "; the mailbox has the text.",
                "",
                "");
    }
}
