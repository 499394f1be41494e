package org.citycertification.pages.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every page as it looked, in {@code target/contact-sheet}, with an index to look at them together. */
public final class ContactSheet {

    private static final Path FOLDER = Path.of("target/contact-sheet");

    private ContactSheet() {}

    /** Keeps a picture of the whole page as {@code <name>-<language>-<screen>.png}. */
    public static void add(Page page, String name, String language, Screen screen) {
        String file = name + "-" + language + "-" + screen.name().toLowerCase(java.util.Locale.ROOT) + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(file)).setFullPage(true));
        try (Stream<Path> files = Files.list(FOLDER)) {
            String pictures = files.map(path -> path.getFileName().toString())
                    .filter(path -> path.endsWith(".png"))
                    .sorted()
                    .map(each ->
                            "<figure><a href=\"%s\"><img src=\"%s\" height=\"420\" alt=\"\"></a><figcaption>%s</figcaption></figure>"
                                    .formatted(each, each, each))
                    .collect(Collectors.joining("\n"));
            Files.writeString(FOLDER.resolve("index.html"), """
                    <!DOCTYPE html><title>Contact sheet</title>
                    <style>body{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0}img{border:1px solid #999;max-width:640px;object-fit:cover;object-position:top}</style>
                    """ + pictures);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
