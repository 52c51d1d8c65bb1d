package org.cadreledger.web;

import org.cadreledger.dispatch.Commands.Receipt;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Answers to writes: each carries the position that it reached and whether it is a repeat. */
public final class Answers {
    public static final String POSITION = "Ledger-Position";
    public static final String HIT = "Idempotency-Hit";

    private Answers() {}

    /** For a write that says nothing but where the log is now. */
    public record Position(long position) {}

    /** 201; 200 when the same content was there already; a repeat gets what the first call got. */
    public static ResponseEntity<Object> created(Receipt<?> receipt, Object body) {
        return answer(receipt.changed() ? HttpStatus.CREATED : HttpStatus.OK, receipt, body);
    }

    public static ResponseEntity<Object> created(Receipt<?> receipt) {
        return created(receipt, result(receipt));
    }

    public static ResponseEntity<Object> ok(Receipt<?> receipt, Object body) {
        return answer(HttpStatus.OK, receipt, body);
    }

    public static ResponseEntity<Object> ok(Receipt<?> receipt) {
        return ok(receipt, result(receipt));
    }

    public static ResponseEntity<Object> done(Receipt<?> receipt) {
        return ok(receipt, new Position(receipt.position()));
    }

    public static ResponseEntity<Object> answer(HttpStatus status, Receipt<?> receipt, Object body) {
        return answer(status, receipt.position(), receipt.repeated(), body);
    }

    public static ResponseEntity<Object> answer(HttpStatus status, long position, boolean repeated, Object body) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).header(POSITION, Long.toString(position));
        if (repeated) {
            answer.header(HIT, "true");
        }
        return answer.body(body);
    }

    private static Object result(Receipt<?> receipt) {
        Object result = receipt.result();
        if (result == null) {
            throw new IllegalStateException("a command answered nothing");
        }
        return result;
    }
}
