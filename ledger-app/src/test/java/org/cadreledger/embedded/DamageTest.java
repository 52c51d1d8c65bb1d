package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file is refused and left alone; one that a crash left unfinished is not damaged; the two are never confused. */
class DamageTest {
    private static final int DOCUMENTS = 1_000;
    private static final int ROUNDS = 30;
    private static final int STRIDE = CheckedFile.BLOCK_BYTES + Integer.BYTES;
    private static final EmbeddedOptions ENCRYPTED = EmbeddedOptions.encrypted("a password".toCharArray());

    @TempDir
    Path directory;

    private final Random random = new Random(20261121);

    @Test
    void a_changed_byte_is_refused_or_was_nobodys() throws IOException {
        byte[] sound = closedFile(EmbeddedOptions.plain());
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] changed = sound.clone();
            changed[FileHead.BYTES + random.nextInt(sound.length - FileHead.BYTES)] ^= (byte) (1 << random.nextInt(8));
            refused += refusedOrWhole(changed, EmbeddedOptions.plain());
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void a_zeroed_block_is_refused_or_was_nobodys() throws IOException {
        byte[] sound = closedFile(EmbeddedOptions.plain());
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] changed = sound.clone();
            int start = FileHead.BYTES + random.nextInt((sound.length - FileHead.BYTES) / STRIDE) * STRIDE;
            Arrays.fill(changed, start, start + STRIDE, (byte) 0);
            refused += refusedOrWhole(changed, EmbeddedOptions.plain());
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void damage_to_an_encrypted_file_is_not_taken_for_a_wrong_password() throws IOException {
        byte[] sound = closedFile(ENCRYPTED);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] changed = sound.clone();
            changed[FileHead.BYTES + random.nextInt(sound.length - FileHead.BYTES)] ^= (byte) (1 << random.nextInt(8));
            refused += refusedOrWhole(changed, ENCRYPTED);
        }
        assertThat(refused).isGreaterThan(ROUNDS / 2);
    }

    @Test
    void a_block_in_the_place_of_another_is_refused() throws IOException {
        byte[] changed = closedFile(EmbeddedOptions.plain());
        int blocks = (changed.length - FileHead.BYTES) / STRIDE;
        System.arraycopy(
                changed, FileHead.BYTES + (blocks - 1) * STRIDE, changed, FileHead.BYTES + blocks / 2 * STRIDE, STRIDE);
        assertRefused(changed);
    }

    @Test
    void a_shortened_file_is_refused_wherever_it_was_cut() throws IOException {
        byte[] sound = closedFile(EmbeddedOptions.plain());
        for (int i = 0; i < ROUNDS; i++) {
            assertRefused(Arrays.copyOf(sound, 1 + random.nextInt(sound.length - 1)));
        }
        assertRefused(Arrays.copyOf(sound, sound.length - 1));
        for (int size : new int[] {1, 500, FileHead.BYTES, FileHead.BYTES + 1, FileHead.BYTES + STRIDE}) {
            assertRefused(Arrays.copyOf(sound, size));
        }
    }

    @Test
    void other_files_are_refused() throws IOException {
        byte[] newer = closedFile(EmbeddedOptions.plain());
        newer["CadreLedger\0db".length()] = '7';
        assertThat(refusal(newer)).hasMessageContaining("a newer version wrote it");
        byte[] noise = new byte[100_000];
        random.nextBytes(noise);
        assertRefused(noise);
        assertThat(refusal("a letter, not a database".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("is damaged");
        assertThat(refusal("H:2,block:2,blockSize:1000".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("a version before 0.1.0 wrote it");
    }

    @Test
    void a_commit_that_a_crash_tore_is_passed_over() throws IOException {
        Snapshots snapshots = snapshots();
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(opened(snapshots.torn(snapshots.before, random), EmbeddedOptions.plain()))
                    .as("acknowledged before the torn commit")
                    .isGreaterThanOrEqualTo(DOCUMENTS);
        }
    }

    @Test
    void a_commit_that_was_on_disk_and_is_damaged_is_refused_even_after_a_crash() throws IOException {
        Snapshots snapshots = snapshots();
        assertThat(opened(snapshots.after, EmbeddedOptions.plain())).isEqualTo(DOCUMENTS + 1);
        for (int i = 0; i < ROUNDS; i++) {
            assertRefused(snapshots.torn(snapshots.after, random));
        }
    }

    @Test
    void a_block_that_goes_bad_while_the_file_is_open_is_never_read_as_truth() throws IOException {
        closedFile(EmbeddedOptions.plain());
        try (OpenDatabase open = OpenDatabase.in(directory)) {
            byte[] bytes = Files.readAllBytes(file());
            for (int place = FileHead.BYTES + 3 * STRIDE; place < bytes.length; place += STRIDE) {
                bytes[place + 100] ^= 1;
            }
            Files.write(file(), bytes);
            MongoCollection<Document> things = open.collection("things");
            assertThatThrownBy(() -> things.find().into(new ArrayList<>()))
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("Reading from file");
            assertThatThrownBy(() -> things.insertOne(thing(-1)))
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("has stopped")
                    .hasMessageContaining("is damaged");
        }
        assertRefused(Files.readAllBytes(file()));
    }

    /** The file as a crash would leave it before and after one more document was acknowledged. */
    private static final class Snapshots {
        private final byte[] before;
        private final byte[] after;

        Snapshots(byte[] before, byte[] after) {
            this.before = before;
            this.after = after;
        }

        /** The later file with the earlier or later head, some blocks of its last commit not as they should be. */
        byte[] torn(byte[] head, Random random) {
            byte[] torn = after.clone();
            System.arraycopy(head, 0, torn, 0, FileHead.BYTES);
            List<Integer> changed = new ArrayList<>(IntStream.range(2, (after.length - FileHead.BYTES) / STRIDE)
                    .filter(block -> !same(block))
                    .boxed()
                    .toList());
            assertThat(changed).isNotEmpty();
            Collections.shuffle(changed, random);
            for (int block : changed.subList(0, 1 + random.nextInt(changed.size()))) {
                int start = FileHead.BYTES + block * STRIDE + random.nextInt(STRIDE - 8);
                Arrays.fill(torn, start, start + 8, (byte) random.nextInt(1, 256));
                torn[start] = (byte) ~after[start];
            }
            return torn;
        }

        private boolean same(int block) {
            int from = FileHead.BYTES + block * STRIDE;
            return from + STRIDE <= before.length
                    && Arrays.equals(before, from, from + STRIDE, after, from, from + STRIDE);
        }
    }

    private Snapshots snapshots() throws IOException {
        try (OpenDatabase open = OpenDatabase.in(directory)) {
            open.embedded().compaction().close();
            fill(open.collection("things"));
            byte[] before = Files.readAllBytes(file());
            open.collection("things").insertOne(thing(DOCUMENTS));
            return new Snapshots(before, Files.readAllBytes(file()));
        }
    }

    private byte[] closedFile(EmbeddedOptions options) throws IOException {
        try (OpenDatabase open = OpenDatabase.in(directory, options)) {
            fill(open.collection("things"));
        }
        return Files.readAllBytes(file());
    }

    private static void fill(MongoCollection<Document> things) {
        things.createIndex(new Document("text", 1));
        for (int from = 0; from < DOCUMENTS; from += 100) {
            things.insertMany(IntStream.range(from, from + 100)
                    .mapToObj(DamageTest::thing)
                    .toList());
        }
    }

    private static Document thing(int id) {
        return new Document("_id", (long) id).append("text", "text " + id).append("more", "x".repeat(200));
    }

    /** 1 when refused; else all documents are as they were. */
    private int refusedOrWhole(byte[] bytes, EmbeddedOptions options) throws IOException {
        Files.write(file(), bytes);
        Throwable refusal = catchThrowable(() -> opened(bytes, options));
        if (refusal == null) {
            return 0;
        }
        assertDamaged(refusal, bytes);
        return 1;
    }

    /** How many documents it has, each checked. */
    private long opened(byte[] bytes, EmbeddedOptions options) throws IOException {
        Files.write(file(), bytes);
        try (OpenDatabase open = OpenDatabase.in(directory, options)) {
            List<Document> found = open.collection("things")
                    .find()
                    .sort(new Document("_id", 1))
                    .into(new ArrayList<>());
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i)).isEqualTo(thing(i));
            }
            Agreement.assertAgrees(open.embedded(), "cadreledger", "things");
            assertThat(found).hasSizeGreaterThanOrEqualTo(DOCUMENTS);
            return found.size();
        }
    }

    private void assertRefused(byte[] bytes) throws IOException {
        assertDamaged(refusal(bytes), bytes);
    }

    private @Nullable Throwable refusal(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
        return catchThrowable(() -> OpenDatabase.in(directory));
    }

    private void assertDamaged(@Nullable Throwable refusal, byte[] bytes) throws IOException {
        assertThat(refusal)
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("the file is damaged")
                .hasMessageContaining(file().toString())
                .hasMessageContaining("restore the latest copy");
        assertThat(Files.readAllBytes(file())).as("nothing was changed").isEqualTo(bytes);
    }

    private Path file() throws IOException {
        return directory.toRealPath().resolve("cadreledger.mv.db");
    }
}
