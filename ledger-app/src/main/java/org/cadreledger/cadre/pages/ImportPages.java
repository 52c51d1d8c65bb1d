package org.cadreledger.cadre.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.RegisterCadre.Outcome;
import org.cadreledger.cadre.importing.CadreImport;
import org.cadreledger.cadre.importing.ImportPreview;
import org.cadreledger.cadre.importing.ImportReport;
import org.cadreledger.cadre.importing.RegisterTemplate;
import org.cadreledger.cadre.importing.RejectedRow;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Languages;
import org.cadreledger.web.ProblemTexts;
import org.cadreledger.web.jobs.Job;
import org.cadreledger.web.jobs.Jobs;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.cadreledger.web.pages.Spreadsheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/**
 * The register from a spreadsheet: first what would happen, then, confirmed, a job that does it. Between the two the file is
 * in the form of the confirmation, so nothing is kept here and nothing is lost by a restart.
 */
@PageController
class ImportPages {
    /** Packed; the form that carries it stays below the 2 MiB that the container takes. A county's register has a tenth. */
    private static final int MOST_PACKED = 1_400_000;

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    /** Rows of each kind that the preview lists; the numbers are always whole. */
    private static final int MOST_SHOWN = 500;

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final CadreImport imports;
    private final Jobs jobs;
    private final ProblemTexts texts;
    private final Problems problems;

    ImportPages(CadreImport imports, Jobs jobs, ProblemTexts texts, Problems problems) {
        this.imports = imports;
        this.jobs = jobs;
        this.texts = texts;
        this.problems = problems;
    }

    /** A row that would not be taken, in words. */
    public record Rejected(int row, @Nullable String column, String reason) {}

    @GetMapping("/register/import")
    String form() {
        return "cadres/import";
    }

    @GetMapping("/register/template")
    ResponseEntity<byte[]> template(@RequestParam(defaultValue = "xlsx") String format, HttpServletRequest request) {
        boolean chinese = !Languages.of(request).getLanguage().equals(Locale.ENGLISH.getLanguage());
        boolean csv = format.equals("csv");
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(csv ? "register.csv" : "register.xlsx")
                                .build()
                                .toString())
                .contentType(csv ? CSV : Spreadsheet.XLSX)
                .body(csv ? RegisterTemplate.csv(chinese) : RegisterTemplate.xlsx(chinese));
    }

    /** A file does not outlive the end of a session: then it is asked for again. */
    @PostMapping("/register/import")
    String preview(
            @RequestPart(name = "file", required = false) @Nullable MultipartFile file,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    byte[] content = content(file);
                    String packed = packed(content);
                    ImportPreview preview = imports.preview(content, actor.jurisdiction(), actor);
                    show(preview, request, model);
                    model.addAttribute("file", packed);
                    model.addAttribute("fileName", file == null ? "" : file.getOriginalFilename());
                    return "cadres/preview";
                },
                () -> "cadres/import");
    }

    private static byte[] content(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            throw Refusal.field("file", "required");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(ImportPreview preview, HttpServletRequest request, Model model) {
        List<ImportPreview.Row> created = preview.with(Outcome.CREATED);
        List<ImportPreview.Row> changed = preview.with(Outcome.CHANGED);
        model.addAttribute("created", created.stream().limit(MOST_SHOWN).toList());
        model.addAttribute("createdCount", created.size());
        model.addAttribute("changed", changed.stream().limit(MOST_SHOWN).toList());
        model.addAttribute("changedCount", changed.size());
        model.addAttribute("unchangedCount", preview.with(Outcome.UNCHANGED).size());
        model.addAttribute(
                "rejected",
                preview.rejected().stream()
                        .limit(MOST_SHOWN)
                        .map(row -> new Rejected(row.row(), row.column(), reason(row, request)))
                        .toList());
        model.addAttribute(
                "rejectedCount",
                preview.rejected().stream()
                        .mapToInt(RejectedRow::row)
                        .distinct()
                        .count());
        model.addAttribute("rowCount", preview.rows().size());
        model.addAttribute("mostShown", MOST_SHOWN);
    }

    private String reason(RejectedRow row, HttpServletRequest request) {
        return texts.text(row.message(), row.arguments(), Languages.of(request));
    }

    @PostMapping("/register/import/confirm")
    String confirm(
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "0") long rows,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    byte[] content = unpacked(file);
                    Formats f = Formats.of(model);
                    return "redirect:"
                            + jobs.start(actor, "cadre-import", rows, job -> run(content, actor, key, job, f));
                },
                () -> "cadres/import");
    }

    private Job.Outcome run(byte[] content, Actor actor, CommandKey key, Job job, Formats f) {
        ImportReport report = imports.run(content, actor.jurisdiction(), false, actor, key, job::reached);
        for (RejectedRow row : report.rejected()) {
            job.refused(label(row, f), null, refusal(row));
        }
        int taken = report.imported() + report.updated() + report.unchanged();
        job.total(taken + report.rejected().size());
        job.reached(taken + report.rejected().size());
        return new Job.Outcome(
                "cadre-import",
                List.of(
                        report.imported(),
                        report.updated(),
                        report.unchanged(),
                        report.rejected().size()),
                "/cadres");
    }

    private static String label(RejectedRow row, Formats f) {
        String place = f.text("import.row", Integer.toString(row.row()));
        return row.column() == null ? place : place + " " + row.column();
    }

    private static Refusal refusal(RejectedRow row) {
        String column = row.column();
        if (column != null) {
            return Refusal.field(column, row.code(), row.arguments().toArray());
        }
        Reason reason = Arrays.stream(Reason.values())
                .filter(known -> known.slug().equals(row.code()))
                .findFirst()
                .orElse(Reason.INVALID_CONTENT);
        return Refusal.of(reason, row.arguments().toArray());
    }

    /** @throws Refusal PAYLOAD_TOO_LARGE for more than the form of the confirmation can carry */
    private static String packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (packed.size() > MOST_PACKED) {
            throw Refusal.of(Reason.PAYLOAD_TOO_LARGE, MOST_PACKED);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /** @throws Refusal field {@code file} for what no preview made */
    private static byte[] unpacked(String packed) {
        try (GZIPInputStream zip =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            byte[] content = zip.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw Refusal.of(Reason.PAYLOAD_TOO_LARGE, MOST_BYTES);
            }
            return content;
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.field("file", "unreadable");
        }
    }
}
