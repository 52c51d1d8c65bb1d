package org.cadreledger.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cadreledger.archive.Archive;
import org.cadreledger.evidence.EvidenceBackup;
import org.cadreledger.security.UserBackup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings the folder of the archive up to what there is: the log, the evidence, the users. */
@Component
public final class Backups {
    private final ObjectProvider<Archive> archive;
    private final EvidenceBackup evidence;
    private final UserBackup users;

    Backups(ObjectProvider<Archive> archive, EvidenceBackup evidence, UserBackup users) {
        this.archive = archive;
        this.evidence = evidence;
        this.users = users;
    }

    /**
     * What a backup consists of.
     *
     * @param segments number of files with commits
     * @param to last position in it
     * @param head its hash
     * @param evidence number of uploads
     * @param damagedEvidence SHA-256 of contents that are missing in the database or not what they are named
     * @param users number of accounts
     */
    public record Backup(
            String directory,
            int segments,
            long to,
            String head,
            long evidence,
            List<String> damagedEvidence,
            long users) {}

    /**
     * Everything that was acknowledged before the call is in it.
     *
     * @return empty when this program keeps no archive
     */
    public synchronized Optional<Backup> write() throws IOException {
        Archive kept = archive.getIfAvailable();
        if (kept == null) {
            return Optional.empty();
        }
        // the log first: what its events name is there by then
        Archive.Backup log = kept.backup();
        Path folder = kept.directory();
        EvidenceBackup.Result files = evidence.write(folder);
        return Optional.of(new Backup(
                log.directory(),
                log.segments(),
                log.to(),
                log.head(),
                files.uploads(),
                files.damaged(),
                users.write(folder)));
    }
}
