package org.cadreledger.board.sealing;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.board.Boards;
import org.cadreledger.board.Boards.Seal;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.period.SealBoard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sends the seal of each computed board that the log has none of: when it is computed, and at the start for one left over. */
public final class Sealing implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final Actor SYSTEM = new Actor("system", Set.of(Role.PUBLISHER), null, null, null);

    /** For a seal whose sending failed. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Boards boards;
    private final Commands commands;
    private final BoardBell bell;

    /** The log has them; the projections may not say so yet. */
    private final Set<Seal> sent = new HashSet<>();

    private volatile @Nullable Thread thread;

    public Sealing(Boards boards, Commands commands, BoardBell bell) {
        this.boards = boards;
        this.commands = commands;
        this.bell = bell;
    }

    private void run() {
        while (Thread.currentThread().equals(thread)) {
            sealWhatCanBe();
            try {
                bell.await(LOOK_AGAIN);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void sealWhatCanBe() {
        try {
            sealAll();
        } catch (RuntimeException e) {
            LOG.warn("boards cannot be looked through for seals: {}", e.toString());
        }
    }

    /** Sends what is missing; a seal that is refused is tried again at the next call. */
    void sealAll() {
        for (Seal seal : boards.unsealed()) {
            if (!sent.contains(seal)) {
                send(seal);
            }
        }
    }

    private void send(Seal seal) {
        SealBoard command = new SealBoard(
                seal.jurisdiction(),
                seal.period(),
                seal.revision(),
                seal.publishedPosition(),
                seal.seal(),
                seal.changedRows());
        try {
            commands.send(command, SYSTEM, CommandKey.fresh());
            sent.add(seal);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the seal of {} {} revision {} could not be recorded: {}",
                    seal.jurisdiction(),
                    seal.period(),
                    seal.revision(),
                    e.toString());
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().daemon().name("sealing").unstarted(this::run);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
