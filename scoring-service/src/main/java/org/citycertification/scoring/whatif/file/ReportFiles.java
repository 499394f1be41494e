package org.citycertification.scoring.whatif.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.citycertification.scoring.whatif.WhatIfReport;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Writes a report as files of one directory: {@code report.json}, {@code submissions.csv}, {@code report.html}. */
public final class ReportFiles {
    private final Path directory;
    private final Locale language;

    /**
     * Nothing is written yet.
     *
     * @param directory is made if it is not there; files of an earlier report in it are replaced
     * @param language of the page
     */
    public ReportFiles(Path directory, Locale language) {
        this.directory = directory;
        this.language = language;
    }

    /** Writes all files and returns their paths. */
    public List<Path> write(WhatIfReport report) {
        try {
            Files.createDirectories(directory);
            return List.of(json(report), csv(report), page(report));
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + directory, e);
        }
    }

    private Path json(WhatIfReport report) throws IOException {
        Path file = directory.resolve("report.json");
        var mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(file, mapper.writeValueAsString(ReportSummary.of(report)) + "\n");
        return file;
    }

    private Path csv(WhatIfReport report) throws IOException {
        Path file = directory.resolve("submissions.csv");
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
                .build();
        CsvSchema schema = mapper.schemaFor(SubmissionLine.class).withHeader();
        try (var out = Files.newBufferedWriter(file);
                SequenceWriter lines = mapper.writer(schema).writeValues(out)) {
            for (var row : report.rows()) {
                lines.write(SubmissionLine.of(row));
            }
        }
        return file;
    }

    private Path page(WhatIfReport report) throws IOException {
        Path file = directory.resolve("report.html");
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("what-if/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        var engine = new TemplateEngine();
        engine.setTemplateResolver(templates);
        var context = new Context(language);
        context.setVariable("report", ReportPage.of(report));
        try (var out = Files.newBufferedWriter(file)) {
            engine.process("report", context, out);
        }
        return file;
    }
}
