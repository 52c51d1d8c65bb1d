package org.cadreledger.declaration.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.evidence.api.FormFiles;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes a form as a browser sends it, with or without scripts: without them files come in the form itself. */
@Component
class Uploads {
    private static final String FIELD = "files";

    private final FormFiles files;

    Uploads(FormFiles files) {
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
        return files.keep(parts == null ? List.of() : parts.getFiles(FIELD), actor, key);
    }
}
