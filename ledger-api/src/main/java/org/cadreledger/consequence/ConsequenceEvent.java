package org.cadreledger.consequence;

import java.time.LocalDate;
import org.cadreledger.log.EventName;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** What the department and the discipline commission do about a cadre's flags; stream {@code consequence:<cadreId>}. */
public sealed interface ConsequenceEvent {
    String cadreId();

    /** The department finds the outstanding results (工作实绩明显) that priority asks for beside the lists. */
    @EventName("consequence.priority-confirmed.v1")
    record PriorityConfirmed(String cadreId, int year, String reason) implements ConsequenceEvent {}

    /** @param period the last period in the flag's {@code raisedBy} */
    @EventName("consequence.handled.v1")
    record ConsequenceHandled(
            String cadreId,
            Flag flag,
            Period period,
            LocalDate on,
            String document,
            @Nullable String note) implements ConsequenceEvent {}

    @EventName("consequence.fraud-case-opened.v1")
    record FraudCaseOpened(String cadreId, String caseId, String entryId, String reason) implements ConsequenceEvent {}

    /** Criticism and education (批评教育) or referral to the discipline commission. */
    @EventName("consequence.fraud-case-handled.v1")
    record FraudCaseHandled(
            String cadreId,
            String caseId,
            LocalDate on,
            String document,
            @Nullable String note) implements ConsequenceEvent {}
}
