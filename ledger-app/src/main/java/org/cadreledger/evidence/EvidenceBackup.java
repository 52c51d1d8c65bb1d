package org.cadreledger.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.cadreledger.archive.DamagedSegment;
import org.cadreledger.archive.WholeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The evidence in a backup's folder: each content once, in {@code evidence/<SHA-256>}, and the uploads as lines of JSON in
 * {@code evidence.jsonl}. For one caller at a time.
 */
public final class EvidenceBackup {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceBackup.class);
    private static final String CONTENTS = "evidence";
    private static final String UPLOADS = "evidence.jsonl";

    private final EvidenceStore store;

    EvidenceBackup(EvidenceStore store) {
        this.store = store;
    }

    /**
     * What is in the folder, or came from it.
     *
     * @param damaged SHA-256 of contents that uploads name and that are missing or not what they are named
     */
    public record Result(long uploads, List<String> damaged) {}

    /** Copies the contents that are not in the folder yet, and lists all uploads anew. */
    public Result write(Path directory) throws IOException {
        Path folder = WholeFile.folder(directory.resolve(CONTENTS));
        Set<String> damaged = new TreeSet<>();
        try (Stream<Document> uploads = store.uploads()) {
            Stream<String> lines = uploads.map(upload -> {
                String sha256 = EvidenceDocument.read(upload).sha256();
                if (!copied(sha256, folder.resolve(sha256))) {
                    LOG.error("the evidence {} is missing in the database or was changed there", sha256);
                    damaged.add(sha256);
                }
                return upload.toJson();
            });
            long written = WholeFile.write(directory.resolve(UPLOADS), lines);
            return new Result(written, List.copyOf(damaged));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean copied(String sha256, Path file) {
        if (Files.exists(file)) {
            return true;
        }
        Optional<byte[]> content = store.content(sha256).filter(found -> isSound(sha256, found));
        content.ifPresent(found -> {
            try {
                WholeFile.write(file, found);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return content.isPresent();
    }

    /**
     * Brings uploads and contents back; what is in the database already stays as it is there.
     *
     * @return empty when the folder has no list of uploads
     * @throws DamagedSegment when that list is damaged; then nothing was done
     */
    public Optional<Result> restore(Path directory) throws IOException, DamagedSegment {
        Set<String> damaged = new TreeSet<>();
        AtomicLong uploads = new AtomicLong();
        boolean listed = WholeFile.read(directory.resolve(UPLOADS), line -> {
            Document upload = Document.parse(line);
            String sha256 = EvidenceDocument.read(upload).sha256();
            if (!keptBytes(sha256, directory.resolve(CONTENTS).resolve(sha256))) {
                LOG.error("the evidence {} is missing in the backup or was changed there", sha256);
                damaged.add(sha256);
            }
            // the bytes first: who sees an upload can read it
            store.addUpload(upload);
            uploads.incrementAndGet();
        });
        return listed ? Optional.of(new Result(uploads.get(), List.copyOf(damaged))) : Optional.empty();
    }

    private boolean keptBytes(String sha256, Path file) throws IOException {
        byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        boolean sound = isSound(sha256, content);
        if (sound) {
            store.keepBytes(sha256, content);
        }
        return sound;
    }

    private static boolean isSound(String sha256, byte[] content) {
        return EvidenceStore.sha256(content).equals(sha256);
    }
}
