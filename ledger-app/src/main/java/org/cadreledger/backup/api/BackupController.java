package org.cadreledger.backup.api;

import java.io.IOException;
import org.cadreledger.backup.Backups;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings the archive's folder up to date, so that it can be copied. Beside the contract. */
@RestController
@RequestMapping("/api/v1/archive")
class BackupController {
    private final Backups backups;

    BackupController(Backups backups) {
        this.backups = backups;
    }

    /** Answers when everything that was acknowledged before the call is in the folder; NOT_FOUND without an archive. */
    @PostMapping("/backup")
    Backups.Backup backup() throws IOException {
        return backups.write().orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
    }
}
