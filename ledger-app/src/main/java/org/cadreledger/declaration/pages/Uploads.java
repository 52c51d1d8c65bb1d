package org.cadreledger.declaration.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.evidence.EvidenceStore;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes a form as a browser sends it, with or without scripts: without them files come in the form itself. */
@Component
class Uploads {
    private static final String FIELD = "files";

    private final EvidenceStore files;

    Uploads(EvidenceStore files) {
        this.files = files;
    }

    /**
     * The form with its files kept and named in it, but without the one that its user has just removed.
     *
     * @throws org.cadreledger.refusal.Refusal for a file that cannot be kept
     */
    ClaimForm take(HttpServletRequest request, Actor actor, CommandKey key) {
        return ClaimForm.of(request).with(keep(request, actor, key)).without(request.getParameter("remove"));
    }

    private List<String> keep(HttpServletRequest request, Actor actor, CommandKey key) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<String> kept = new ArrayList<>();
        if (parts != null) {
            for (MultipartFile file : parts.getFiles(FIELD)) {
                if (!file.isEmpty()) {
                    kept.add(keep(file, actor, key.item(FIELD + kept.size())));
                }
            }
        }
        return kept;
    }

    private String keep(MultipartFile file, Actor actor, CommandKey key) {
        try (InputStream content = file.getInputStream()) {
            return files.put(content, file.getOriginalFilename(), actor, key).evidenceId();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
