package org.cadreledger.cadre.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.importing.CadreImport;
import org.cadreledger.cadre.importing.ImportReport;
import org.cadreledger.cadre.importing.RejectedRow;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.web.Answers;
import org.cadreledger.web.KeyedRequests;
import org.cadreledger.web.Languages;
import org.cadreledger.web.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The register from a spreadsheet, with a report row by row. */
@RestController
class ImportController {
    private final CadreImport imports;
    private final KeyedRequests keyed;
    private final ProblemTexts texts;
    private final LogEnd tail;

    ImportController(CadreImport imports, KeyedRequests keyed, ProblemTexts texts, LogEnd tail) {
        this.imports = imports;
        this.keyed = keyed;
        this.texts = texts;
        this.tail = tail;
    }

    record Report(int imported, int updated, int unchanged, List<Rejected> rejected) {}

    record Rejected(int row, @Nullable String column, String reason) {}

    @PostMapping(path = "/api/v1/cadres/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> run(
            @RequestPart("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean strict,
            Actor actor,
            CommandKey key,
            HttpServletRequest request) {
        return keyed.once(key, false, () -> {
            ImportReport report = run(file, strict, actor, key);
            List<Rejected> rejected = report.rejected().stream()
                    .map(row -> new Rejected(row.row(), row.column(), reason(row, request)))
                    .toList();
            long position = report.position() == 0 ? tail.position() : report.position();
            return Answers.answer(
                    HttpStatus.OK,
                    position,
                    false,
                    new Report(report.imported(), report.updated(), report.unchanged(), rejected));
        });
    }

    private String reason(RejectedRow row, HttpServletRequest request) {
        return texts.text(row.message(), row.arguments(), Languages.of(request));
    }

    private ImportReport run(MultipartFile file, boolean strict, Actor actor, CommandKey key) {
        try {
            return imports.run(file.getBytes(), actor.jurisdiction(), strict, actor, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
