package org.citycertification.intake.city.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.citycertification.intake.city.Cities;
import org.citycertification.intake.city.RecordedCity;
import org.citycertification.intake.city.domain.City;
import org.citycertification.intake.city.domain.CityId;
import org.citycertification.intake.city.domain.CityRecord;
import org.citycertification.intake.city.domain.Contact;
import org.citycertification.intake.city.domain.ContactId;
import org.citycertification.intake.city.domain.Language;
import org.citycertification.intake.city.domain.Population;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Cities in the tables {@code city} and {@code contact}. */
@Repository
class JdbcCities implements Cities {
    private final JdbcClient jdbc;

    JdbcCities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<RecordedCity> find(CityId id) {
        return find(id, "");
    }

    @Override
    public Optional<RecordedCity> findUnchanging(CityId id) {
        return find(id, " for share");
    }

    @Override
    public Optional<RecordedCity> findToChange(CityId id) {
        return find(id, " for update");
    }

    private Optional<RecordedCity> find(CityId id, String lock) {
        return jdbc.sql("""
                        select name, country, subdivision, population, population_year, population_source, revision
                        from city where city_id = :city""" + lock)
                .param("city", id.value())
                .query((row, number) -> new Row(record(row), row.getLong("revision")))
                .optional()
                .map(row -> new RecordedCity(new City(id, row.record(), contacts(id)), row.revision()));
    }

    private record Row(CityRecord record, long revision) {}

    private static CityRecord record(ResultSet row) throws SQLException {
        var population = new Population(
                row.getInt("population"), row.getInt("population_year"), row.getString("population_source"));
        return new CityRecord(
                row.getString("name"), row.getString("country"), row.getString("subdivision"), population);
    }

    private List<Contact> contacts(CityId city) {
        return jdbc.sql("""
                        select contact_id, name, email, role, language from contact
                        where city_id = :city and removed_at is null order by list_position, contact_id""")
                .param("city", city.value())
                .query((row, number) -> new Contact(
                        new ContactId(row.getObject("contact_id", UUID.class)),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("role"),
                        Language.of(row.getString("language")).orElseThrow()))
                .list();
    }

    @Override
    public boolean add(City city, Instant now) {
        return written("""
                        insert into city (city_id, name, country, subdivision, population, population_year,
                          population_source, revision, recorded_at)
                        values (:city, :name, :country, :subdivision, :population, :year, :source, :revision, :now)
                        on conflict do nothing""", city, 1, now) == 1;
    }

    @Override
    public void replace(City city, long revision, Instant now) {
        written("""
                update city set name = :name, country = :country, subdivision = :subdivision,
                  population = :population, population_year = :year, population_source = :source,
                  revision = :revision, recorded_at = :now
                where city_id = :city""", city, revision, now);
    }

    private int written(String sql, City city, long revision, Instant now) {
        CityRecord record = city.record();
        StatementSpec statement = jdbc.sql(sql)
                .param("city", city.id().value())
                .param("name", record.name())
                .param("country", record.country())
                .param("subdivision", record.subdivision())
                .param("population", record.population().count())
                .param("year", record.population().year())
                .param("source", record.population().source())
                .param("revision", revision)
                .param("now", now.atOffset(ZoneOffset.UTC));
        return statement.update();
    }

    @Override
    public Set<ContactId> belongingToOthers(CityId city, Collection<ContactId> contacts) {
        if (contacts.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql(
                        "select contact_id from contact where city_id <> :city and contact_id in (:contacts)")
                .param("city", city.value())
                .param("contacts", contacts.stream().map(ContactId::value).toList())
                .query((row, number) -> new ContactId(row.getObject("contact_id", UUID.class)))
                .list());
    }

    @Override
    public void place(ContactId contact, int position) {
        jdbc.sql("update contact set list_position = :position where contact_id = :contact")
                .param("position", position)
                .param("contact", contact.value())
                .update();
    }

    @Override
    public long keep(CityId city, Contact contact, int position) {
        return jdbc.sql("""
                        insert into contact
                          (contact_id, city_id, list_position, name, email, role, language, published_version)
                        values (:contact, :city, :position, :name, :email, :role, :language, 1)
                        on conflict (contact_id) do update set
                          list_position = excluded.list_position, name = excluded.name, email = excluded.email,
                          role = excluded.role, language = excluded.language, removed_at = null,
                          published_version = contact.published_version + 1
                        where contact.city_id = excluded.city_id
                        returning published_version""")
                .param("contact", contact.id().value())
                .param("city", city.value())
                .param("position", position)
                .param("name", contact.name())
                .param("email", contact.email())
                .param("role", contact.role())
                .param("language", contact.language().code())
                .query((row, number) -> row.getLong("published_version"))
                .optional()
                .orElseThrow(() ->
                        new OptimisticLockingFailureException("Another city has just taken contact " + contact.id()));
    }

    @Override
    public void forget(ContactId contact, Instant now) {
        jdbc.sql("""
                        update contact set name = null, email = null, role = null, language = null, removed_at = :now
                        where contact_id = :contact""")
                .param("contact", contact.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
