package org.cadreledger.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.facts.LogEnd;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Results.Result;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Does many things one by one: what is refused does not stop the others. */
@Component
public final class Bulk {
    public static final int MOST = 500;
    public static final String REFUSED = "REFUSED";

    private final ProblemTexts texts;
    private final LogEnd tail;

    Bulk(ProblemTexts texts, LogEnd tail) {
        this.texts = texts;
        this.tail = tail;
    }

    /** What one of them is and how it is told. */
    public interface Item<R> {
        Receipt<R> send();

        Result done(R result);

        Result refused(ProblemDocument problem);
    }

    /** @param status of the answer when at least one was done; 200 otherwise */
    public <T, R> ResponseEntity<Object> each(
            List<T> things, Function<T, Item<R>> items, HttpStatus status, HttpServletRequest request) {
        List<Result> results = new ArrayList<>();
        long position = 0;
        boolean busy = false;
        int done = 0;
        int repeated = 0;
        for (T thing : things) {
            Item<R> item = items.apply(thing);
            try {
                Receipt<R> receipt = item.send();
                results.add(item.done(receipt.result()));
                position = Math.max(position, receipt.position());
                done++;
                repeated += receipt.repeated() ? 1 : 0;
            } catch (Refusal refusal) {
                results.add(item.refused(problem(refusal, request)));
                busy |= refusal.reason().status() == 503;
            }
        }
        return Answers.answer(
                done > 0 ? status : HttpStatus.OK,
                done > 0 ? position : tail.position(),
                done > 0 && repeated == done,
                new Results(results, busy));
    }

    private ProblemDocument problem(Refusal refusal, HttpServletRequest request) {
        if (refusal.reason() == Reason.IDEMPOTENCY_KEY_REUSED) {
            throw refusal; // the whole call came with another body before
        }
        Problem problem = Problem.of(refusal.reason(), refusal.arguments(), refusal.fields());
        return texts.document(problem, Languages.of(request), null);
    }
}
