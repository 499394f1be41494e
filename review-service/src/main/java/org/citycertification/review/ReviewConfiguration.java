package org.citycertification.review;

import java.time.Clock;
import java.util.UUID;
import org.citycertification.review.audit.AuditTrail;
import org.citycertification.review.audit.ReadTrail;
import org.citycertification.review.certification.CertificationEvents;
import org.citycertification.review.certification.Certifications;
import org.citycertification.review.certification.CertifyCity;
import org.citycertification.review.reviewcase.ApproveOutcome;
import org.citycertification.review.reviewcase.CaseEvents;
import org.citycertification.review.reviewcase.Cases;
import org.citycertification.review.reviewcase.ListCases;
import org.citycertification.review.reviewcase.ReceiveScorecard;
import org.citycertification.review.reviewcase.RecordFindings;
import org.citycertification.review.reviewcase.RecordRefusal;
import org.citycertification.review.reviewcase.RecordUnscored;
import org.citycertification.review.reviewcase.ReleaseDecision;
import org.citycertification.review.reviewcase.ReturnCase;
import org.citycertification.review.reviewcase.Sha256OutcomeHash;
import org.citycertification.review.reviewcase.ShowCase;
import org.citycertification.review.reviewcase.SubmissionTrace;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place that makes use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CertificationProperties.class)
class ReviewConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ReceiveScorecard receiveScorecard(Cases cases, CaseEvents events, AuditTrail trail, Clock clock) {
        return new ReceiveScorecard(cases, events, trail, clock);
    }

    @Bean
    RecordUnscored recordUnscored(Cases cases, AuditTrail trail, Clock clock) {
        return new RecordUnscored(cases, trail, clock);
    }

    @Bean
    RecordFindings recordFindings(Cases cases, AuditTrail trail, Clock clock) {
        return new RecordFindings(cases, trail, clock);
    }

    @Bean
    CertifyCity certifyCity(
            Certifications certifications, CertificationEvents events, CertificationProperties cohortYear) {
        return new CertifyCity(certifications, events, cohortYear, UUID::randomUUID);
    }

    @Bean
    ReleaseDecision releaseDecision(Cases cases, CaseEvents events, CertifyCity certifyCity, AuditTrail trail) {
        return new ReleaseDecision(cases, events, certifyCity, trail);
    }

    @Bean
    ApproveOutcome approveOutcome(
            Cases cases, AuditTrail trail, ReleaseDecision releaseDecision, SubmissionTrace trace, Clock clock) {
        return new ApproveOutcome(cases, trail, releaseDecision, trace, new Sha256OutcomeHash(), clock);
    }

    @Bean
    ReturnCase returnCase(Cases cases, AuditTrail trail, Clock clock) {
        return new ReturnCase(cases, trail, clock);
    }

    @Bean
    RecordRefusal recordRefusal(AuditTrail trail, Clock clock) {
        return new RecordRefusal(trail, clock);
    }

    @Bean
    ShowCase showCase(Cases cases) {
        return new ShowCase(cases);
    }

    @Bean
    ListCases listCases(Cases cases) {
        return new ListCases(cases);
    }

    @Bean
    ReadTrail readTrail(AuditTrail trail) {
        return new ReadTrail(trail);
    }
}
