package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cadreledger.testbed.MemoryMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final MemoryMongo server = new MemoryMongo();
    private final MongoDatabase database = server.client().getDatabase("turns");

    @AfterEach
    void close() {
        server.close();
    }

    private List<?> queue() {
        return Objects.requireNonNull(database.getCollection("turns").find().first())
                .getList("queue", String.class);
    }

    @Test
    void while_nobody_queues_nobody_waits_and_nothing_is_written() {
        Turns one = Turns.among(database);
        assertThat(one.await()).isFalse();
        assertThat(one.holdsOthersUp()).isFalse();
        assertThat(database.getCollection("turns").countDocuments()).isZero();
    }

    @Test
    void who_queues_up_later_writes_when_the_turns_before_have_ended() throws Exception {
        Turns first = Turns.among(database);
        Turns second = Turns.among(database);
        first.queueUp();
        second.queueUp();
        assertThat(first.await()).as("others may have written before").isTrue();
        assertThat(first.await()).as("nobody else writes in its turn").isFalse();
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(second::await);
        first.end();
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(queue()).hasSize(1);
        second.end();
        assertThat(queue()).isEmpty();
    }

    @Test
    void who_was_not_outrun_queues_up_as_soon_as_another_waits() {
        Turns outrun = Turns.among(database);
        outrun.queueUp();
        Turns other = Turns.among(database);
        assertThat(other.await()).isTrue();
        assertThat(other.holdsOthersUp()).isTrue();
    }

    @Test
    void who_does_not_end_its_turn_is_taken_out_and_may_queue_up_again() {
        Turns gone = Turns.among(database);
        gone.queueUp();
        Turns patient = Turns.among(database);
        patient.queueUp();
        assertThat(patient.await()).isTrue();
        assertThat(queue()).hasSize(1);
        assertThat(gone.await()).as("tries without a turn").isTrue();
        assertThat(gone.holdsOthersUp()).isFalse();
        gone.queueUp();
        assertThat(queue()).hasSize(2);
    }

    @Test
    void a_sole_writer_never_waits() {
        Turns alone = Turns.alone();
        alone.queueUp();
        assertThat(alone.await()).isFalse();
        assertThat(alone.holdsOthersUp()).isFalse();
    }
}
