package org.citycertification.review.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.citycertification.pages.testing.MessageBundles;
import org.citycertification.pages.testing.Visitor;
import org.citycertification.review.certification.domain.City;
import org.junit.jupiter.api.Test;

/** What reviewers do on pages has the same effect and the same limits as through the API. */
class CasePageTests {

    private final RunningReview review = RunningReview.shared();

    @Test
    void saysTheSameInThreeLanguages() {
        assertThat(MessageBundles.faults("messages/review")).isEmpty();
        assertThat(MessageBundles.unknownKeys(
                        java.nio.file.Path.of("src/main/resources/templates"), "messages/review", "messages/pages"))
                .isEmpty();
    }

    @Test
    void takesACaseFromFindingsToItsDecision() {
        UUID id = review.openCase(30);
        Visitor ana = review.visitor("ana", "reviewer");
        var kept = send(ana, id, "findings", Map.of("overturn", "DM1", "reason-DM1", RunningReview.REASON));
        assertThat(kept.status()).isEqualTo(303);
        assertThat(ana.follow(kept).text()).contains("Your findings are saved").contains(RunningReview.REASON);
        assertThat(ana.get("/cases/" + id + "/approve").text())
                .contains("except 1")
                .contains(RunningReview.REASON);
        assertThat(ana.follow(approve(ana, id)).text()).contains("The case waits for another person");

        Visitor luis = review.visitor("luis", "reviewer");
        send(luis, id, "findings", Map.of("overturn", "DM1", "reason-DM1", RunningReview.REASON));
        String decided = luis.follow(approve(luis, id)).text();

        assertThat(decided).contains("the case is decided").contains("29 of 43").contains("person-ana approved");
        assertThat(luis.get("/cases?state=decided").status()).isEqualTo(200);
        assertThat(review.get(Staff.reviewer("ana"), "/api/cases/" + id)
                        .json()
                        .path("decision")
                        .path("met")
                        .asInt())
                .isEqualTo(29);
    }

    @Test
    void approvesOnceHoweverOftenTheFormIsSent() {
        UUID id = review.openCase(30);
        Visitor ana = review.visitor("ana", "reviewer");
        var form = ana.get("/cases/" + id + "/approve");
        Map<String, String> fields = fields(form, Map.of("note", "Fine."));

        var first = ana.post("/cases/" + id + "/approve", fields);
        var second = ana.post("/cases/" + id + "/approve", fields);

        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        fields.put("once", UUID.randomUUID().toString());
        var anew = ana.post("/cases/" + id + "/approve", fields);
        assertThat(anew.status()).isEqualTo(409);
        assertThat(anew.text()).contains("You have approved already");
    }

    @Test
    void saysWhereTheFormIsWrongAndKeepsWhatWasTyped() {
        UUID id = review.openCase(30);
        Visitor ana = review.visitor("ana", "reviewer");
        var page = send(
                ana, id, "findings", Map.of("overturn", "DM1", "reason-DM1", "too short", "reason-DM2", "no tick"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("<title>There is a problem: ")
                .contains("href=\"#reason-DM1\"")
                .contains("href=\"#overturn-DM2\"")
                .contains("Give a reason of at least 20 characters; this one has 9.")
                .contains(">too short</textarea>")
                .contains(">no tick</textarea>")
                .contains("autofocus");
        assertThat(ana.get("/cases/" + id).text()).doesNotContain("too short");
    }

    @Test
    void returnsACaseAndShowsWhatChangedMeanwhile() {
        UUID id = review.openCase(30);
        Visitor ana = review.visitor("ana", "reviewer");
        Visitor luis = review.visitor("luis", "reviewer");
        var seen = luis.get("/cases/" + id + "/approve");
        assertThat(send(ana, id, "return", Map.of("reason", "short")).status()).isEqualTo(422);
        var returned = send(ana, id, "return", Map.of("reason", "DM1 needs\r\nanother look, please."));
        assertThat(ana.follow(returned).text())
                .contains("a new round has begun")
                .contains("DM1 needs another look");

        var stale = luis.post("/cases/" + id + "/approve", fields(seen, Map.of("note", "My words.")));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("The case has changed").contains(">My words.</textarea>");
        assertThat(stale.hidden("tag")).isEqualTo("1-2");
    }

    @Test
    void hidesACaseFromWhoeverHasAnInterestInIt() {
        City city = RunningReview.aCity();
        UUID id = review.openCase(city, 30);
        RunningReview.ISSUER.signsIn("ana", "reviewer");
        RunningReview.ISSUER.falsifies(
                claims -> claims.claim("city_id", city.id().value()));
        Visitor ana = new Visitor(review.address()).signedIn();

        assertThat(ana.get("/cases/" + id).status()).isEqualTo(404);
        assertThat(ana.get("/cases/" + id + "/approve").status()).isEqualTo(404);
        assertThat(ana.get("/cases?state=all").text()).doesNotContain(id.toString());
    }

    @Test
    void hidesOthersUntilOneHasApproved() {
        UUID id = review.openCase(30);
        Visitor ana = review.visitor("ana", "reviewer");
        approve(ana, id);

        assertThat(review.visitor("luis", "reviewer").get("/cases/" + id).text())
                .doesNotContain("person-ana");
        assertThat(review.visitor("chris", "coordinator").get("/cases/" + id).text())
                .contains("person-ana approved");
    }

    @Test
    void speaksTheLanguageThatWasChosen() {
        UUID id = review.openCase(30);
        Visitor ana = review.visitor("ana", "reviewer");

        assertThat(ana.get("/cases/" + id, "Accept-Language", "pt-BR,fr;q=0.5").text())
                .contains("lang=\"pt\"");
        assertThat(ana.get("/cases/" + id + "?lang=es").text()).contains("Quién hizo qué");
        assertThat(ana.get("/cases/" + id, "Accept-Language", "pt").text())
                .contains("lang=\"es\"")
                .contains("puntos de la lista");
        assertThat(ana.get("/cases/" + id + "?lang=xx").text()).contains("lang=\"es\"");
    }

    private static Visitor.Page approve(Visitor visitor, UUID id) {
        return send(visitor, id, "approve", Map.of());
    }

    private static Visitor.Page send(Visitor visitor, UUID id, String form, Map<String, String> fields) {
        String shown = "/cases/" + id + (form.equals("findings") ? "" : "/" + form);
        return visitor.post("/cases/" + id + "/" + form, fields(visitor.get(shown), fields));
    }

    private static Map<String, String> fields(Visitor.Page form, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("_csrf", form.hidden("_csrf"));
        fields.put("tag", form.hidden("tag"));
        if (form.text().contains("name=\"once\"")) {
            fields.put("once", form.hidden("once"));
        }
        return fields;
    }
}
