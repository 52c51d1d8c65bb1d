package org.cadreledger.archive.api;

import java.io.IOException;
import org.cadreledger.archive.Archive;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings the archive up to the end of the log, so that its folder can be copied. Beside the contract. */
@RestController
@RequestMapping("/api/v1/archive")
class BackupController {
    private final ObjectProvider<Archive> archive;

    BackupController(ObjectProvider<Archive> archive) {
        this.archive = archive;
    }

    /** Answers when everything that was acknowledged before the call is in the folder; NOT_FOUND without an archive. */
    @PostMapping("/backup")
    Archive.Backup backup() throws IOException {
        Archive kept = archive.getIfAvailable();
        if (kept == null) {
            throw Refusal.of(Reason.NOT_FOUND);
        }
        return kept.backup();
    }
}
