package org.citycertification.review.certification.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.citycertification.review.certification.Certifications;
import org.citycertification.review.certification.domain.Award;
import org.citycertification.review.certification.domain.Certification;
import org.citycertification.review.certification.domain.CertificationId;
import org.citycertification.review.certification.domain.CertificationLevel;
import org.citycertification.review.certification.domain.CityId;
import org.citycertification.review.certification.domain.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcCertifications implements Certifications {

    private final JdbcClient jdbc;

    JdbcCertifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Standing lock(CityId city) {
        jdbc.sql("insert into certification (city_id, city_version) values (:city, 0) on conflict do nothing")
                .param("city", city.value())
                .update();
        return jdbc.sql(
                        "select city_version, certification_id, level from certification where city_id = :city for update")
                .param("city", city.value())
                .query((row, n) -> standing(city, row))
                .single();
    }

    private static Standing standing(CityId city, ResultSet row) throws SQLException {
        UUID last = row.getObject("certification_id", UUID.class);
        String level = row.getString("level");
        return new Standing(
                city,
                row.getLong("city_version"),
                last == null ? null : new CertificationId(last),
                level == null ? null : CertificationLevel.valueOf(level));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Certification certification) {
        insertGrant(certification);
        jdbc.sql("""
                        update certification
                           set city_version = :version, certification_id = :id, level = :level, valid_until = :validUntil
                         where city_id = :city""")
                .param("version", certification.cityVersion())
                .param("id", certification.id().value())
                .param("level", certification.award().level().name())
                .param("validUntil", certification.award().validUntil())
                .param("city", certification.award().city().id().value())
                .update();
    }

    private void insertGrant(Certification certification) {
        Award award = certification.award();
        jdbc.sql("""
                        insert into certification_grant (certification_id, city_id, city_version, kind, level, edition_id,
                          cohort_year, announced_on, valid_until, supersedes)
                        values (:id, :city, :version, :kind, :level, :edition,
                          :cohortYear, :announcedOn, :validUntil, :supersedes)""")
                .param("id", certification.id().value())
                .param("city", award.city().id().value())
                .param("version", certification.cityVersion())
                .param("kind", certification.kind().name())
                .param("level", award.level().name())
                .param("edition", award.editionId())
                .param("cohortYear", award.cohortYear())
                .param("announcedOn", award.announcedOn())
                .param("validUntil", award.validUntil())
                .param("supersedes", value(certification.supersedes()))
                .update();
    }

    private static @Nullable UUID value(@Nullable CertificationId id) {
        return id == null ? null : id.value();
    }
}
