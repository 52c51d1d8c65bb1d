package org.cadreledger.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.cadreledger.consequence.Flag;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.reference.SlowBooks.SlowScore;

/** Counts what the histories brought about: a property that never met its hard cases shows nothing. */
final class Coverage {
    private final Map<String, Integer> seen = new ConcurrentSkipListMap<>();

    void history(History history) {
        boolean published = false;
        for (Recorded<?> recorded : history.log()) {
            published |= recorded.event() instanceof BoardPublished;
            boolean reversal = recorded.event() instanceof EntryReversed;
            count("reversed before any board", reversal && !published);
            count("reversed after a board", reversal && published);
            boolean approved = recorded.event() instanceof ClaimApproved;
            Entry entry = approved ? ((ClaimApproved) recorded.event()).entry() : null;
            count("late for its month", approved && !entry.countsIn().equals(entry.declaredFor()));
            count("brought into the next year", recorded.event() instanceof EntryBroughtForward);
            count("revised", recorded.event() instanceof BoardPublished e && e.revision() > 1);
        }
    }

    void board(SlowBoard board) {
        count("designated", board.designated > 0);
        count("boards", true);
        count("ties on a cut", board.tied > 0);
        for (String reason : List.of("REGISTERED_TOO_LATE", "ON_LEAVE", "UNDER_INVESTIGATION", "RETIRED")) {
            count(reason, board.text().contains("\t" + reason + "\n"));
        }
        count("group of its own", board.text().contains("\ngroup\ttowns"));
    }

    void statement(SlowScore score) {
        count("statements", true);
        count("superseded", score.lines().values().stream().anyMatch(line -> line.contains("superseded")));
        count("negative total", score.total().signum() < 0);
        count("item gone", score.lines().values().stream().anyMatch(line -> line.endsWith("item")));
    }

    void flags(List<String> listed) {
        for (Flag flag : Flag.values()) {
            count(flag.name(), listed.stream().anyMatch(line -> line.contains(" " + flag + " ")));
        }
        count(
                "talk across years",
                listed.stream().anyMatch(line -> line.matches(".* TALK .*-Q[34], (\\d{4}).*-Q[12]].*")));
        count("talk through a gap", listed.stream().anyMatch(line -> line.matches(".* TALK .*-Q1, \\d{4}-Q[34],.*")));
        count("withdrawn", listed.stream().anyMatch(line -> line.contains(" true document")));
        count("handled and standing", listed.stream().anyMatch(line -> line.contains(" false document")));
    }

    void assertComplete() {
        assertThat(seen)
                .as("what the histories brought about")
                .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(20));
    }

    private void count(String what, boolean met) {
        seen.merge(what, met ? 1 : 0, Integer::sum);
    }

    @Override
    public String toString() {
        return seen.toString();
    }
}
