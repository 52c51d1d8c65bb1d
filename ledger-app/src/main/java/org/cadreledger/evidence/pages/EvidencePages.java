package org.cadreledger.evidence.pages;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.evidence.Evidence;
import org.cadreledger.evidence.EvidenceStore;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.evidence.api.FormFiles;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.pages.PageController;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

/** Files dropped on a form, and looked at beside it. */
@PageController
class EvidencePages {
    /** What a browser shows by itself; the others are saved. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/png", "image/jpeg");

    private final EvidenceStore files;
    private final EvidenceAccess access;
    private final FormFiles uploaded;

    EvidencePages(EvidenceStore files, EvidenceAccess access, FormFiles uploaded) {
        this.uploaded = uploaded;
        this.files = files;
        this.access = access;
    }

    /** One file at once; the answer is its line in the form, with its id as a hidden field {@code evidence}. */
    @PostMapping(path = "/evidence", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String upload(@RequestPart("file") MultipartFile file, Actor actor, Model model) {
        model.addAttribute("file", uploaded.keep(file, actor, CommandKey.fresh()));
        return "evidence/file :: line";
    }

    @GetMapping("/evidence/{evidenceId}")
    ResponseEntity<Resource> show(@PathVariable String evidenceId, Actor actor) {
        Evidence file = access.file(actor, evidenceId);
        InputStream content = files.open(evidenceId).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
        ContentDisposition.Builder shown =
                SHOWN.contains(file.mediaType()) ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        shown.filename(file.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                // whatever the file holds, it runs nothing and asks nobody
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .eTag(file.sha256())
                .body(new InputStreamResource(content));
    }
}
