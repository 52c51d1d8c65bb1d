package org.cadreledger.board.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.cadreledger.board.Boards;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.period.PublishBoard.Published;
import org.cadreledger.read.ReadSide;
import org.cadreledger.time.Period;
import org.cadreledger.web.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers of calls that lead to a new board: they wait a while for its seal. */
@Component
public final class SealedAnswers {
    /** A very large board takes longer; then the answer has no seal (http-api.md, "periods"). */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Boards boards;
    private final ReadSide readSide;

    SealedAnswers(Boards boards, ReadSide readSide) {
        this.boards = boards;
        this.readSide = readSide;
    }

    /** @param seal absent while the board is still being computed */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sealed(long position, int revision, @Nullable String seal) {}

    public ResponseEntity<Object> published(Receipt<Published> receipt, String jurisdiction, Period period) {
        int revision = receipt.result().revision();
        String seal = await(receipt.position(), jurisdiction, period, revision);
        return Answers.ok(receipt, new Sealed(receipt.position(), revision, seal));
    }

    private @Nullable String await(long position, String jurisdiction, Period period, int revision) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        readSide.await(position, PATIENCE);
        while (true) {
            Optional<Boards.Seal> seal = boards.seal(jurisdiction, period, revision);
            if (seal.isPresent()) {
                return seal.get().seal();
            }
            if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
                return null;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
