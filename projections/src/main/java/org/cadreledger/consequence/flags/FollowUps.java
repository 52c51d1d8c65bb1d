package org.cadreledger.consequence.flags;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.consequence.Consequence.Confirmation;
import org.cadreledger.consequence.Consequence.Handling;
import org.cadreledger.consequence.ConsequenceEvent;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseOpened;
import org.cadreledger.consequence.ConsequenceEvent.PriorityConfirmed;
import org.cadreledger.consequence.Flag;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** What was done about flags. Where the same was recorded twice, the later record holds. */
final class FollowUps {
    /** @param last period that raised the flag: by it a follow-up finds its flag */
    record FlagKey(String cadreId, Flag flag, Period last) {}

    private record YearKey(String cadreId, int year) {}

    private final Map<FlagKey, Recorded<ConsequenceHandled>> handled = new LinkedHashMap<>();
    private final Map<YearKey, Confirmation> confirmed = new HashMap<>();

    /** @param events in the order of the log; fraud cases are passed over */
    FollowUps(List<? extends Recorded<? extends ConsequenceEvent>> events) {
        for (Recorded<? extends ConsequenceEvent> recorded : events) {
            switch (recorded.event()) {
                case ConsequenceHandled e ->
                    handled.put(new FlagKey(e.cadreId(), e.flag(), e.period()), recorded.with(e));
                case PriorityConfirmed e ->
                    confirmed.put(
                            new YearKey(e.cadreId(), e.year()),
                            new Confirmation(recorded.by(), recorded.at(), e.reason()));
                case FraudCaseOpened e -> {}
                case FraudCaseHandled e -> {}
            }
        }
    }

    Map<FlagKey, Recorded<ConsequenceHandled>> handled() {
        return handled;
    }

    @Nullable
    Handling handling(FlagKey key) {
        Recorded<ConsequenceHandled> recorded = handled.get(key);
        return recorded == null ? null : handling(recorded);
    }

    static Handling handling(Recorded<ConsequenceHandled> recorded) {
        ConsequenceHandled e = recorded.event();
        return new Handling(recorded.by(), recorded.at(), e.on(), e.document(), e.note());
    }

    /** The department's finding of outstanding results; only priority asks for one. */
    @Nullable
    Confirmation confirmation(FlagKey key) {
        return key.flag() == Flag.PRIORITY
                ? confirmed.get(new YearKey(key.cadreId(), key.last().year()))
                : null;
    }
}
