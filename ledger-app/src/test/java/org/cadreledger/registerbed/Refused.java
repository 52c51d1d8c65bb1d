package org.cadreledger.registerbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/** What is refused, and why. */
public final class Refused {
    private Refused() {}

    public static void with(Reason reason, ThrowingCallable act) {
        assertThat(catchThrowableOfType(Refusal.class, act))
                .isNotNull()
                .extracting(Refusal::reason)
                .isEqualTo(reason);
    }

    /** @param problems as {@code field: code}, all of them */
    public static void fields(ThrowingCallable act, String... problems) {
        Refusal refusal = catchThrowableOfType(Refusal.class, act);
        assertThat(refusal).isNotNull();
        assertThat(refusal.fields())
                .extracting(problem -> problem.field() + ": " + problem.code())
                .containsExactly(problems);
    }
}
