package org.cadreledger.board.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.board.Boards;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.period.SealBoard;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.testbed.NoBoards;
import org.cadreledger.time.Quarter;
import org.junit.jupiter.api.Test;

class SealingTest {
    private static final Boards.Seal SEAL = new Boards.Seal("ly", new Quarter(2026, 1), 1, 77, "ab".repeat(32), 20);

    private final List<Boards.Seal> unsealed = new CopyOnWriteArrayList<>();
    private final FrontDoor door = new FrontDoor();
    private final BoardBell bell = new BoardBell();

    @Test
    void a_board_left_without_a_seal_gets_it_at_the_start_once() {
        unsealed.add(SEAL);
        Sealing sealing = new Sealing(new Left(unsealed), door, bell);
        sealing.sealAll();
        sealing.sealAll();
        assertThat(door.sent).containsExactly(new SealBoard("ly", new Quarter(2026, 1), 1, 77, "ab".repeat(32), 20));
    }

    @Test
    void a_seal_that_was_refused_is_tried_again() {
        unsealed.add(SEAL);
        door.refusals = 1;
        Sealing sealing = new Sealing(new Left(unsealed), door, bell);
        sealing.sealAll();
        assertThat(door.sent).isEmpty();
        sealing.sealAll();
        assertThat(door.sent).hasSize(1);
    }

    @Test
    void the_bell_has_a_board_sealed_at_once() {
        Sealing sealing = new Sealing(new Left(unsealed), door, bell);
        sealing.start();
        try {
            unsealed.add(SEAL);
            bell.ring();
            await().atMost(Duration.ofSeconds(4)).until(() -> door.sent.size() == 1);
        } finally {
            sealing.stop();
        }
        assertThat(sealing.isRunning()).isFalse();
    }

    @Test
    void while_the_database_is_away_it_looks_again_only_when_the_bell_rings_or_some_seconds_have_passed() {
        AtomicInteger looks = new AtomicInteger();
        Sealing sealing = new Sealing(
                new NoBoards() {
                    @Override
                    public List<Boards.Seal> unsealed() {
                        looks.incrementAndGet();
                        throw new IllegalStateException("away");
                    }
                },
                door,
                bell);
        sealing.start();
        try {
            await().until(() -> looks.get() == 1);
            bell.ring();
            await().until(() -> looks.get() == 2);
        } finally {
            sealing.stop();
        }
    }

    private static final class Left extends NoBoards {
        private final List<Boards.Seal> unsealed;

        Left(List<Boards.Seal> unsealed) {
            this.unsealed = unsealed;
        }

        @Override
        public List<Boards.Seal> unsealed() {
            return unsealed;
        }
    }

    private static final class FrontDoor implements Commands {
        private final List<Command<?>> sent = new ArrayList<>();
        private int refusals;

        @Override
        @SuppressWarnings("unchecked")
        public <R> Receipt<R> send(Command<R> command, Actor actor, CommandKey key) {
            if (refusals-- > 0) {
                throw Refusal.of(Reason.OVERLOADED);
            }
            sent.add(command);
            return new Receipt<>((R) Command.Done.DONE, 1, false);
        }
    }
}
