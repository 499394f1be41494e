package org.citycertification.scoring.edition.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.citycertification.scoring.edition.ReadEditions.ReadableEdition;
import org.citycertification.scoring.edition.domain.ChecklistItem;
import org.citycertification.scoring.edition.domain.Criterion;
import org.citycertification.scoring.edition.domain.Edition;
import org.citycertification.scoring.edition.domain.EditionWording;
import org.citycertification.scoring.edition.domain.EvidenceRule;
import org.citycertification.scoring.edition.domain.Language;
import org.citycertification.scoring.edition.domain.PracticeArea;
import org.citycertification.scoring.edition.domain.Retirement;
import org.jspecify.annotations.Nullable;

/** An edition in the reader's language, as far as there are translations of it. */
public final class EditionPage {

    private final ReadableEdition readable;

    EditionPage(ReadableEdition readable) {
        this.readable = readable;
    }

    /** A text and the language that it is in, which may not be the page's. */
    public record Text(String value, String language) {}

    public Edition edition() {
        return readable.edition().edition();
    }

    public String hash() {
        return readable.edition().hash().hex();
    }

    /** Since when and why it is out of use; null if it is not. */
    public @Nullable Retirement retirement() {
        return readable.edition().retirement();
    }

    public Text name() {
        return text(edition().name(), wording().name());
    }

    public Text note() {
        return text(edition().note(), wording().note());
    }

    /** Whether something on a page in another language is in English. */
    public boolean partlyEnglish() {
        var english = Language.EN.code();
        return wording().language() != Language.EN
                && (Stream.of(name(), note()).anyMatch(text -> text.language().equals(english))
                        || edition().areas().stream()
                                .anyMatch(area -> area(area).language().equals(english))
                        || edition().answerable().stream()
                                .flatMap(this::texts)
                                .anyMatch(text -> text.language().equals(english)));
    }

    private Stream<Text> texts(Criterion criterion) {
        var about = Stream.of(title(criterion), description(criterion));
        var items = criterion.checklist().items().stream().map(this::item);
        var evidence = criterion.evidence().stream().map(rule -> shows(criterion, rule));
        return Stream.of(about, items, evidence).flatMap(each -> each);
    }

    /** What people may award below the lowest threshold; empty if there is no such thing. */
    public Text recognition() {
        String english = edition().recognition();
        return text(english == null ? "" : english, wording().recognition());
    }

    public Text area(PracticeArea area) {
        return text(area.name(), wording().area(area.code()));
    }

    public Text title(Criterion criterion) {
        return text(criterion.title(), wording().title(criterion.code()));
    }

    public Text description(Criterion criterion) {
        return text(criterion.description(), wording().description(criterion.code()));
    }

    public Text item(ChecklistItem item) {
        return text(item.text(), wording().item(item.id()));
    }

    /** What evidence has to show. */
    public Text shows(Criterion criterion, EvidenceRule rule) {
        return text(rule.shows(), wording().shows(criterion.code(), rule.kind()));
    }

    private Text text(String english, String worded) {
        return new Text(
                worded, (worded.equals(english) ? Language.EN : wording().language()).code());
    }

    private EditionWording wording() {
        return readable.wording();
    }

    /** A day for people. */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(wording().language().code()))
                .format(day);
    }

    /** The day (UTC) of a moment, for people. */
    public String day(Instant moment) {
        return day(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** Names of the countries in which cities may apply, in the order of their names. */
    public List<String> countries() {
        Locale locale = Locale.forLanguageTag(wording().language().code());
        return edition().eligibility().countries().stream()
                .map(code -> new Locale.Builder().setRegion(code).build().getDisplayCountry(locale))
                .sorted(java.text.Collator.getInstance(locale))
                .toList();
    }
}
