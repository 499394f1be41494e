package org.citycertification.notification.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Words in one language. */
record Phrases(MessageSource words, Locale locale) {
    String of(String key, Object... values) {
        return words.getMessage(key, values, locale);
    }

    /** The word for a code, or what the event calls it where there is none. */
    String orElse(String key, String otherwise) {
        String word = words.getMessage(key, null, otherwise, locale);
        return word == null ? otherwise : word;
    }

    String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(date);
    }

    /** Date and time with the name of the zone, which is UTC for everybody. */
    String moment(Instant instant) {
        var utc = instant.atZone(ZoneOffset.UTC);
        return date(utc.toLocalDate()) + ", "
                + DateTimeFormatter.ofPattern("HH:mm", locale).format(utc) + " UTC";
    }

    String country(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }
}
