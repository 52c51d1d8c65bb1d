package org.cadreledger.consequence.flags;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.cadreledger.consequence.Flag;
import org.cadreledger.time.Period;

/**
 * A flag with the boards that raise it.
 *
 * @param boards in the order of their periods; never empty
 */
record Raised(Flag flag, List<BoardStandings> boards) {
    Raised {
        boards = List.copyOf(boards);
    }

    List<Period> periods() {
        return boards.stream().map(BoardStandings::period).toList();
    }

    Period lastPeriod() {
        return boards.getLast().period();
    }

    /** When the last of its boards, in time, was published: from then on the flag rests on what it rests on now. */
    Instant at() {
        return boards.stream()
                .map(BoardStandings::publishedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** domain.md "Consequences": provisional until the revisions that it comes from are final. */
    boolean isProvisional() {
        return !boards.stream().allMatch(BoardStandings::isFinal);
    }
}
