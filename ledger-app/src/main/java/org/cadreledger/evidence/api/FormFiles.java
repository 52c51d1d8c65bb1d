package org.cadreledger.evidence.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.evidence.Evidence;
import org.cadreledger.evidence.EvidenceStore;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Keeps the files that came with a form, or with a call. */
@Component
public final class FormFiles {
    private static final int MOST = 20;

    private final EvidenceStore files;

    FormFiles(EvidenceStore files) {
        this.files = files;
    }

    /** @throws Refusal for a file that cannot be kept */
    public Evidence keep(MultipartFile file, Actor actor, CommandKey key) {
        try (InputStream content = file.getInputStream()) {
            return files.put(content, file.getOriginalFilename(), actor, key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param uploads null for none; a file field that was left alone is an empty one
     * @return ids in order
     * @throws Refusal for a file that cannot be kept, or too many
     */
    public List<String> keep(@Nullable List<MultipartFile> uploads, Actor actor, CommandKey key) {
        List<String> ids = new ArrayList<>();
        for (MultipartFile upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            if (upload.isEmpty()) {
                continue;
            }
            if (ids.size() >= MOST) {
                throw Refusal.field("evidence", "too-many", MOST);
            }
            ids.add(keep(upload, actor, key.item("file" + ids.size())).evidenceId());
        }
        return ids;
    }
}
