package org.cadreledger.evidence.api;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.evidence.Evidence;
import org.cadreledger.evidence.EvidenceStore;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Answers;
import org.cadreledger.web.KeyedRequests;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files up and down. */
@RestController
@RequestMapping("/api/v1/evidence")
class EvidenceController {
    private final EvidenceStore files;
    private final EvidenceAccess access;
    private final FormFiles uploads;
    private final KeyedRequests keyed;
    private final LogEnd tail;

    EvidenceController(
            EvidenceStore files, EvidenceAccess access, FormFiles uploads, KeyedRequests keyed, LogEnd tail) {
        this.uploads = uploads;
        this.files = files;
        this.access = access;
        this.keyed = keyed;
        this.tail = tail;
    }

    record Uploaded(String evidenceId, String sha256, long size, String mediaType) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Object> upload(@RequestPart("file") MultipartFile file, Actor actor, CommandKey key) {
        return keyed.once(key, false, () -> {
            Evidence stored = uploads.keep(file, actor, key);
            Uploaded answer = new Uploaded(stored.evidenceId(), stored.sha256(), stored.size(), stored.mediaType());
            return Answers.answer(HttpStatus.CREATED, tail.position(), false, answer);
        });
    }

    @GetMapping("/{evidenceId}")
    ResponseEntity<Resource> download(@PathVariable String evidenceId, Actor actor) {
        Evidence file = access.file(actor, evidenceId);
        InputStream content = files.open(evidenceId).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
        // never shown by a browser as a page of this site
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(file.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .contentLength(file.size())
                .eTag(file.sha256())
                .body(new InputStreamResource(content));
    }
}
