package org.cadreledger.evidence;

import com.mongodb.MongoGridFSException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Ids;
import org.cadreledger.documents.Kept;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.refusal.Refusal.FieldProblem;
import org.cadreledger.store.Inserts;
import org.jspecify.annotations.Nullable;

/**
 * Files kept in the database: the bytes once by content, in GridFS under their SHA-256, and one document an upload.
 * Written with the write concern of the database it is given, the bytes first: who sees the document can read the file.
 * Safe for all threads.
 */
public final class EvidenceStore {
    /** 20 MiB (http-api.md, evidence). */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    private static final String UPLOADS = "evidence";
    private static final String BYTES = "evidence";
    private static final int MOST_REFERENCES = 20;
    private static final int MOST_KNOWN = 10_000;

    /** Servers close cursors that nobody has asked for more in ten minutes. */
    private static final int FEW = 20;

    private final MongoCollection<Document> uploads;
    private final GridFSBucket bytes;
    private final Clock clock;

    /** Uploads never change: a claim names its file soon after, the desks look at it often. */
    private final Kept<String, Evidence> known = new Kept<>(MOST_KNOWN, upload -> 1);

    public EvidenceStore(MongoDatabase database, Clock clock) {
        this.uploads = database.getCollection(UPLOADS);
        this.bytes = GridFSBuckets.create(database, BYTES);
        this.clock = clock;
    }

    /**
     * Keeps a file; a repeat of the key with the same content is answered again.
     *
     * @param declaredName as the browser sent it; only its last part is kept
     * @throws Refusal PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, field {@code file} when empty, IDEMPOTENCY_KEY_REUSED
     *     when the key was used with other content
     */
    public Evidence put(InputStream upload, @Nullable String declaredName, Actor uploader, CommandKey key)
            throws IOException {
        return put(upload.readNBytes(MOST_BYTES + 1), declaredName, uploader, key);
    }

    /** The same for a file that is in memory already. */
    public Evidence put(byte[] file, @Nullable String declaredName, Actor uploader, CommandKey key) {
        if (file.length == 0) {
            throw Refusal.field("file", "required");
        }
        if (file.length > MOST_BYTES) {
            throw Refusal.of(Reason.PAYLOAD_TOO_LARGE, MOST_BYTES);
        }
        String mediaType = MediaTypes.of(file).orElseThrow(() -> Refusal.of(Reason.UNSUPPORTED_MEDIA_TYPE));
        Evidence evidence = new Evidence(
                Ids.from(key.value(), "evidence"),
                sha256(file),
                file.length,
                mediaType,
                FileNames.tidy(declaredName),
                uploader.user(),
                uploader.cadreId(),
                uploader.jurisdiction(),
                clock.instant());
        Optional<Evidence> before = find(evidence.evidenceId());
        if (before.isPresent()) {
            return repeated(before.get(), evidence);
        }
        keepBytes(evidence.sha256(), file);
        return insert(evidence);
    }

    public Optional<Evidence> find(String evidenceId) {
        Optional<Evidence> recent = Optional.ofNullable(known.get(evidenceId));
        return recent.isPresent()
                ? recent
                : Optional.ofNullable(
                                uploads.find(Filters.eq("_id", evidenceId)).first())
                        .map(EvidenceDocument::read)
                        .map(this::remember);
    }

    private Evidence remember(Evidence evidence) {
        known.put(evidence.evidenceId(), evidence);
        return evidence;
    }

    /** The bytes; the caller closes them. Empty for an unknown id. */
    public Optional<InputStream> open(String evidenceId) {
        return find(evidenceId).map(evidence -> bytes.openDownloadStream(evidence.sha256()));
    }

    /**
     * The references that events carry, in the order given, without repetitions.
     *
     * @throws Refusal field {@code evidence[i]} when unknown, or uploaded by another cadre for an actor who is one
     */
    public List<EvidenceRef> resolve(List<String> evidenceIds, Actor actor) {
        if (evidenceIds.size() > MOST_REFERENCES) {
            throw Refusal.field("evidence", "too-many", MOST_REFERENCES);
        }
        List<EvidenceRef> found = new ArrayList<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < evidenceIds.size(); i++) {
            String id = evidenceIds.get(i);
            Optional<Evidence> evidence = find(id).filter(file -> mayUse(actor, file));
            if (evidence.isEmpty()) {
                problems.add(new FieldProblem("evidence[" + i + "]", "unknown-evidence", List.of(id)));
            } else if (!found.contains(evidence.get().ref())) {
                found.add(evidence.get().ref());
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.fields(problems);
        }
        return List.copyOf(found);
    }

    /** Files of another cadre are as good as unknown; what staff and clerks upload is for the cadres they act for. */
    private static boolean mayUse(Actor actor, Evidence file) {
        return actor.cadreId() == null || file.cadreId() == null || actor.is(file.cadreId());
    }

    private static Evidence repeated(Evidence before, Evidence now) {
        if (!before.sha256().equals(now.sha256()) || !before.by().equals(now.by())) {
            throw Refusal.of(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        return before;
    }

    /**
     * Two uploads of one content at the same moment may both keep it: readers take either. An upload that breaks off
     * leaves chunks without a file document, which nobody sees.
     */
    void keepBytes(String sha256, byte[] file) {
        if (bytes.find(Filters.eq("filename", sha256)).first() == null) {
            // the driver takes two buffers of a chunk's size, however small the file is
            int chunk = Math.min(file.length, bytes.getChunkSizeBytes());
            bytes.uploadFromStream(
                    sha256, new ByteArrayInputStream(file), new GridFSUploadOptions().chunkSizeBytes(chunk));
        }
    }

    /** All uploads as they are kept; to be closed. Long work on each is no harm. */
    Stream<Document> uploads() {
        MongoCursor<Document> cursor = uploads.find().batchSize(FEW).cursor();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, 0), false)
                .onClose(cursor::close);
    }

    /** What is kept under that name, whether or not it is that content; empty when nothing whole is. */
    Optional<byte[]> content(String sha256) {
        try (InputStream stream = bytes.openDownloadStream(sha256)) {
            return Optional.of(stream.readAllBytes());
        } catch (IOException | MongoGridFSException e) {
            return Optional.empty();
        }
    }

    /** Adds an upload of another database as it was there, unless it is here. */
    void addUpload(Document upload) {
        boolean _ = Inserts.unlessThere(uploads, upload);
    }

    private Evidence insert(Evidence evidence) {
        try {
            uploads.insertOne(EvidenceDocument.write(evidence));
            return remember(evidence);
        } catch (MongoWriteException e) {
            // the same key at the same moment: the first one stands
            return repeated(find(evidence.evidenceId()).orElseThrow(() -> e), evidence);
        }
    }

    static String sha256(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** For callers that need all of it, at most {@link #MOST_BYTES}. */
    public Optional<byte[]> read(String evidenceId) {
        return open(evidenceId).map(stream -> {
            try (stream) {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
