package org.cadreledger.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/** What is refused, and why. */
public final class Refusals {
    private Refusals() {}

    public static void refused(Reason reason, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason())
                                .as(refusal.getMessage())
                                .isEqualTo(reason));
    }

    /** Refused as invalid content of that field. */
    public static void refusedField(String field, String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.fields())
                                .as(refusal.getMessage())
                                .anySatisfy(problem -> {
                                    assertThat(problem.field()).isEqualTo(field);
                                    assertThat(problem.code()).isEqualTo(code);
                                }));
    }
}
