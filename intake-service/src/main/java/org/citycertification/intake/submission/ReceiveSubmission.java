package org.citycertification.intake.submission;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.citycertification.intake.access.RowScope;
import org.citycertification.intake.city.Cities;
import org.citycertification.intake.city.RecordedCity;
import org.citycertification.intake.city.domain.City;
import org.citycertification.intake.edition.domain.Edition;
import org.citycertification.intake.submission.Reception.AlreadyOpen;
import org.citycertification.intake.submission.Reception.EditionNotYetValid;
import org.citycertification.intake.submission.Reception.EditionRetired;
import org.citycertification.intake.submission.Reception.NotEligible;
import org.citycertification.intake.submission.Reception.Received;
import org.citycertification.intake.submission.Reception.UnknownCity;
import org.citycertification.intake.submission.domain.ContentHash;
import org.citycertification.intake.submission.domain.CycleId;
import org.citycertification.intake.submission.domain.Eligibility;
import org.citycertification.intake.submission.domain.NewSubmission;
import org.citycertification.intake.submission.domain.RuleRefusal;
import org.springframework.transaction.annotation.Transactional;

/** A city sends its assessment: it is kept and told of in one transaction, or refused with every reason. */
public class ReceiveSubmission {
    private final Cities cities;
    private final Submissions submissions;
    private final SubmissionEvents events;
    private final RowScope scope;

    public ReceiveSubmission(Cities cities, Submissions submissions, SubmissionEvents events, RowScope scope) {
        this.cities = cities;
        this.submissions = submissions;
        this.events = events;
        this.scope = scope;
    }

    /** Takes the assessment in, if the city may take part and has no other submission open. */
    @Transactional
    public Reception receive(SentAssessment sent) {
        scope.city(sent.city().value());
        var city = cities.findUnchanging(sent.city()).map(RecordedCity::city);
        if (city.isEmpty()) {
            return new UnknownCity();
        }
        var today = LocalDate.ofInstant(sent.at(), ZoneOffset.UTC);
        if (!sent.edition().isOpenOn(today)) {
            return closed(sent.edition(), today);
        }
        List<RuleRefusal> refusals = Eligibility.refusals(city.get().record(), sent.edition());
        return refusals.isEmpty() ? keep(sent, city.get()) : new NotEligible(refusals);
    }

    private static Reception closed(Edition edition, LocalDate today) {
        var retirement = edition.retirement();
        return retirement == null
                ? new EditionNotYetValid(edition.id(), Objects.requireNonNull(edition.validFrom()), today)
                : new EditionRetired(edition.id(), retirement, today);
    }

    private Reception keep(SentAssessment sent, City city) {
        var submission = new NewSubmission(
                sent.id(),
                CycleId.ROLLING,
                city,
                sent.assessment(),
                ContentHash.of(sent.assessment().canonicalText()),
                sent.person(),
                sent.at());
        if (!submissions.add(submission)) {
            return new AlreadyOpen(
                    submissions.findOpen(city.id(), submission.cycle()).orElseThrow());
        }
        events.received(submission);
        return new Received(submission);
    }
}
