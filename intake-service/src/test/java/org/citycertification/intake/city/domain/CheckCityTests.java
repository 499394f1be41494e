package org.citycertification.intake.city.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.citycertification.intake.city.domain.CityForm.ContactForm;
import org.citycertification.intake.city.domain.CityForm.PopulationForm;
import org.citycertification.intake.form.domain.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCityTests {
    private static final CityId ID = new CityId("uy-mo-montevideo");
    private static final UUID ANA = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final PopulationForm POPULATION = new PopulationForm(1_319_108, 2011, "Invented census");

    @Test
    void readsASoundForm() {
        var form = new CityForm("Montevideo", "UY", "UY-MO", POPULATION, List.of(contact("ana@ciudad.example")));

        var checked = CheckCity.check(ID, form);

        assertThat(checked)
                .isEqualTo(new Checked.Sound<>(new City(
                        ID,
                        new CityRecord("Montevideo", "UY", "UY-MO", new Population(1_319_108, 2011, "Invented census")),
                        List.of(new Contact(
                                new ContactId(ANA), "Ana Núñez", "ana@ciudad.example", "primary", Language.ES)))));
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        assertThat(flaws(new CityForm(null, null, null, null, null)))
                .containsExactly("/name required", "/country required", "/population required", "/contacts required");
        assertThat(flaws(new CityForm(
                        "A", "UY", null, new PopulationForm(null, null, null), Collections.singletonList(null))))
                .containsExactly(
                        "/population/count required",
                        "/population/year required",
                        "/population/source required",
                        "/contacts/0 required");
        assertThat(flaws(form(new ContactForm(null, null, null, null, null))))
                .containsExactly(
                        "/contacts/0/id required",
                        "/contacts/0/name required",
                        "/contacts/0/email not-an-address",
                        "/contacts/0/role required",
                        "/contacts/0/language unknown-language");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            UX,    ,       /country not-a-country
            uy,    ,       /country not-a-country
            UY,    UY_MO,  /subdivision not-a-subdivision
            UY,    UY-MOOO,/subdivision not-a-subdivision
            UY,    US-MA,  /subdivision other-country""")
    void refusesPlacesThatDoNotExist(String country, String subdivision, String flaw) {
        assertThat(flaws(new CityForm("A", country, subdivision, POPULATION, List.of())))
                .containsExactly(flaw);
    }

    @ParameterizedTest
    @CsvSource({
        "0,2020,/population/count out-of-range", "-1,2020,/population/count out-of-range",
        "1,1899,/population/year out-of-range", "1,2101,/population/year out-of-range"
    })
    void refusesNumbersOutOfRange(int count, int year, String flaw) {
        var population = new PopulationForm(count, year, "Invented census");

        assertThat(flaws(new CityForm("A", "UY", null, population, List.of()))).containsExactly(flaw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana@ciudad.example", "a.b+c_d%e'f-g@x-y.ciudad.example", "ANA@CIUDAD.EXAMPLE"})
    void acceptsPlainAddresses(String address) {
        assertThat(flaws(form(contact(address)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@ciudad.example",
                "ana@",
                "ana@localhost",
                "ana@ciudad..example",
                "ana@-ciudad.example",
                ".ana@ciudad.example",
                "a..na@ciudad.example",
                "ana @ciudad.example",
                "ana@ciudad.example ",
                "Ana <ana@ciudad.example>",
                "\"ana\"@ciudad.example",
                "ana@[127.0.0.1]",
                "ana@ciudad.example,b@ciudad.example",
                "ana@ciudad.example\r\nBcc: x@ciudad.example",
                "ana@ciudad.example\n",
                "ana\u0000@ciudad.example",
                "añá@ciudad.example"
            })
    void refusesAddressesThatAreNotPlain(String address) {
        assertThat(flaws(form(contact(address)))).containsExactly("/contacts/0/email not-an-address");
    }

    @Test
    void refusesAddressesThatAreTooLong() {
        assertThat(flaws(form(contact("a".repeat(65) + "@ciudad.example")))).hasSize(1);
        assertThat(flaws(form(contact("a@" + "b23456789.".repeat(25) + "example"))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana\nNúñez", "Ana\rNúñez", "Ana\u0085", "Ana\u2028", "Ana\u0000", "Ana\ud800", "Ana\tN"})
    void refusesCharactersInNamesThatNobodyCanRead(String name) {
        var form = new CityForm(name, "UY", null, POPULATION, List.of());

        assertThat(flaws(form)).containsExactly("/name unreadable-character");
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThat(flaws(new CityForm("ñ".repeat(200), "UY", null, POPULATION, List.of())))
                .isEmpty();
        assertThat(flaws(new CityForm("ñ".repeat(201), "UY", null, POPULATION, List.of())))
                .containsExactly("/name too-long");
    }

    @Test
    void refusesAContactTwice() {
        assertThat(flaws(new CityForm(
                        "A", "UY", null, POPULATION, List.of(contact("a@c.example"), contact("b@c.example")))))
                .containsExactly("/contacts/1/id duplicate-contact");
    }

    @Test
    void refusesMoreContactsThanAnybodyWritesTo() {
        var contacts = new ArrayList<ContactForm>();
        for (int i = 0; i <= CheckCity.MOST_CONTACTS; i++) {
            contacts.add(new ContactForm(new UUID(0, i), "Ana", "a@c.example", "primary", "es"));
        }

        assertThat(flaws(new CityForm("A", "UY", null, POPULATION, List.copyOf(contacts))))
                .containsExactly("/contacts too-many");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "ES", "es-UY", ""})
    void refusesLanguagesThatNoLetterIsWrittenIn(String language) {
        var contact = new ContactForm(ANA, "Ana", "a@c.example", "primary", language);

        assertThat(flaws(form(contact))).containsExactly("/contacts/0/language unknown-language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-ma-cambridge", "uy-montevideo", "us-dc", "pt-11-lisboa"})
    void acceptsCityIds(String id) {
        assertThat(CityId.isWellFormed(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "us-", "US-ma", "usa-ma", "us--ma", "us-ma-", "us-má", "us-ma\n", "us/ma", ""})
    void refusesOtherCityIds(String id) {
        assertThat(CityId.isWellFormed(id)).isFalse();
    }

    @Test
    void refusesCityIdsThatAreTooLong() {
        assertThat(CityId.isWellFormed("us-" + "a".repeat(77))).isTrue();
        assertThat(CityId.isWellFormed("us-" + "a".repeat(78))).isFalse();
    }

    private static CityForm form(ContactForm contact) {
        return new CityForm("Montevideo", "UY", null, POPULATION, List.of(contact));
    }

    private static ContactForm contact(String email) {
        return new ContactForm(ANA, "Ana Núñez", email, "primary", "es");
    }

    private static List<String> flaws(CityForm form) {
        return CheckCity.check(ID, form) instanceof Checked.Flawed<City> flawed
                ? flawed.flaws().stream()
                        .map(flaw -> flaw.pointer() + " " + flaw.code())
                        .toList()
                : List.of();
    }
}
