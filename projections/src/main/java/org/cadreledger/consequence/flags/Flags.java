package org.cadreledger.consequence.flags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.ConsequenceEvent;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.flags.BoardStandings.Standing;
import org.cadreledger.consequence.flags.FollowUps.FlagKey;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** The flags of all cadres, from all boards as they stand and what was done about them (domain.md "Consequences"). */
public final class Flags {
    /** @param jurisdiction the county whose board is the last in {@code raisedBy}; null when that board is not known any more */
    public record Flagged(@Nullable String jurisdiction, Consequence consequence) {}

    private static final Comparator<Flagged> ORDER = Comparator.comparing(
                    (Flagged flagged) -> flagged.consequence().cadreId())
            .thenComparing(flagged -> flagged.consequence().raisedBy().getLast().lastDay())
            .thenComparing(flagged -> flagged.consequence().flag());

    private record BoardKey(String jurisdiction, Period period) {}

    private Flags() {}

    /**
     * @param boards the latest revision of each board, of one county or of several: streaks follow the cadre. Where earlier
     *     revisions are given too, only the latest raises flags; the earlier tell what a withdrawn flag had been raised by
     * @param followUps in the order of the log
     * @return by cadre, then by the last period that raises it, then in the order of the flags
     */
    public static List<Flagged> of(
            Collection<BoardStandings> boards, List<? extends Recorded<? extends ConsequenceEvent>> followUps) {
        FollowUps done = new FollowUps(followUps);
        List<BoardStandings> latest = latestBefore(Long.MAX_VALUE, boards);
        Set<FlagKey> standing = new HashSet<>();
        List<Flagged> flagged = new ArrayList<>();
        for (String cadreId : listed(latest)) {
            for (Raised raised : new Career(cadreId, latest).flags()) {
                FlagKey key = new FlagKey(cadreId, raised.flag(), raised.lastPeriod());
                standing.add(key);
                flagged.add(flagged(key, raised, done, false));
            }
        }
        done.handled().forEach((key, handling) -> {
            if (!standing.contains(key)) {
                flagged.add(withdrawn(key, handling, done, boards));
            }
        });
        flagged.sort(ORDER);
        return flagged;
    }

    /** domain.md "Consequences": a flag whose basis falls stays listed as withdrawn when it had been handled. */
    private static Flagged withdrawn(
            FlagKey key, Recorded<ConsequenceHandled> handling, FollowUps done, Collection<BoardStandings> boards) {
        List<BoardStandings> then = latestBefore(handling.guard(), boards);
        Optional<Raised> had = new Career(key.cadreId(), then)
                .flags().stream()
                        .filter(raised -> raised.flag() == key.flag()
                                && raised.lastPeriod().equals(key.last()))
                        .findFirst();
        if (had.isPresent()) {
            return flagged(key, had.get(), done, true);
        }
        Consequence unknownBasis = new Consequence(
                key.cadreId(),
                key.flag(),
                List.of(key.last()),
                handling.at(),
                false,
                done.confirmation(key),
                FollowUps.handling(handling),
                true);
        return new Flagged(handling.jurisdiction(), unknownBasis);
    }

    private static Flagged flagged(FlagKey key, Raised raised, FollowUps done, boolean withdrawn) {
        Consequence consequence = new Consequence(
                key.cadreId(),
                key.flag(),
                raised.periods(),
                raised.at(),
                raised.isProvisional(),
                done.confirmation(key),
                done.handling(key),
                withdrawn);
        return new Flagged(raised.boards().getLast().jurisdiction(), consequence);
    }

    /** The latest revision of each board among those published before a guard; in the order of their publication. */
    private static List<BoardStandings> latestBefore(long guard, Collection<BoardStandings> boards) {
        Map<BoardKey, BoardStandings> latest = new HashMap<>();
        for (BoardStandings board : boards) {
            if (board.guard() < guard) {
                latest.merge(
                        new BoardKey(board.jurisdiction(), board.period()),
                        board,
                        (one, other) -> one.revision() >= other.revision() ? one : other);
            }
        }
        return latest.values().stream()
                .sorted(Comparator.comparingLong(BoardStandings::guard))
                .toList();
    }

    /** Only who ever was on a list can have a flag: a twentieth of the cadres, not all. */
    private static Set<String> listed(List<BoardStandings> boards) {
        Set<String> listed = new TreeSet<>();
        for (BoardStandings board : boards) {
            board.standings().forEach((cadreId, standing) -> {
                if (standing != Standing.BETWEEN) {
                    listed.add(cadreId);
                }
            });
        }
        return listed;
    }
}
