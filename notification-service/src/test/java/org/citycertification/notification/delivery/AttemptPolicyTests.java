package org.citycertification.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.citycertification.notification.notice.ClaimedNotice;
import org.citycertification.notification.notice.Verdict;
import org.junit.jupiter.api.Test;

class AttemptPolicyTests {
    private final AttemptPolicy policy = new AttemptPolicy(DeliveryFixtures.settings(), () -> 1);

    private Verdict judge(Answer answer, ClaimedNotice notice) {
        return policy.judge(answer, notice, "pt", DeliveryFixtures.NOON);
    }

    @Test
    void callsSentWhatTheServerTook() {
        assertThat(judge(new Answer.Accepted("250 OK"), DeliveryFixtures.notice(0, 0)))
                .isEqualTo(new Verdict.Sent("pt"));
    }

    @Test
    void comesBackLaterEachTimeTheServerAsksForIt() {
        assertThat(judge(new Answer.Deferred("451 later"), DeliveryFixtures.notice(0, 0)))
                .isEqualTo(new Verdict.Deferred("451 later", DeliveryFixtures.NOON.plusSeconds(30)));
        assertThat(judge(new Answer.Deferred("451 later"), DeliveryFixtures.notice(1, 0)))
                .isEqualTo(new Verdict.Deferred("451 later", DeliveryFixtures.NOON.plusSeconds(60)));
    }

    @Test
    void givesUpALetterThatIsAlwaysDeferred() {
        assertThat(judge(new Answer.Deferred("451 later"), DeliveryFixtures.notice(2, 0)))
                .isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void neverGivesUpBecauseTheServerIsAway() {
        assertThat(judge(new Answer.Away("refused"), DeliveryFixtures.notice(1_000, 1)))
                .isInstanceOf(Verdict.ServerAway.class);
    }

    @Test
    void triesAgainWhatNobodyKnowsAndThenCallsAPerson() {
        assertThat(judge(new Answer.Unknown("timeout"), DeliveryFixtures.notice(0, 0)))
                .isInstanceOf(Verdict.Uncertain.class);
        assertThat(judge(new Answer.Unknown("timeout"), DeliveryFixtures.notice(0, 1)))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.cause()).contains("nobody knows"));
    }

    @Test
    void keepsTheAddressOutOfTheCause() {
        var answer = new Answer.Refused("550 5.1.1 <Ana@Recife.example>:\r\n user unknown" + "x".repeat(600));

        assertThat(judge(answer, DeliveryFixtures.notice(0, 0)))
                .isInstanceOfSatisfying(
                        Verdict.Failed.class,
                        failed -> assertThat(failed.cause())
                                .startsWith("550 5.1.1 <the recipient>:  user unknown")
                                .doesNotContainIgnoringCase("ana@")
                                .hasSize(500));
    }
}
