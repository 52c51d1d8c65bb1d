package org.cadreledger.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.cadreledger.board.computing.BoardContent;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.ConsequenceEvent;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.ConsequenceEvent.PriorityConfirmed;
import org.cadreledger.consequence.Flag;
import org.cadreledger.consequence.flags.BoardStandings;
import org.cadreledger.consequence.flags.Flags;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.PeriodEvent.PeriodFinalised;
import org.cadreledger.time.Period;

/** Flags of all boards of a history, with follow-ups recorded at random places of the log, against the reference. */
final class FlagCheck {
    private FlagCheck() {}

    static void check(
            History history, Map<Long, BoardContent> boards, Map<Long, SlowBoard> slowBoards, Coverage coverage) {
        Set<Period> finals = history.log().stream()
                .filter(recorded -> recorded.event() instanceof PeriodFinalised)
                .map(recorded -> ((PeriodFinalised) recorded.event()).period())
                .collect(Collectors.toSet());
        List<BoardStandings> standings = new ArrayList<>();
        List<SlowFlags.Seen> seen = new ArrayList<>();
        for (Recorded<BoardPublished> published : history.publications()) {
            BoardPublished event = published.event();
            boolean isFinal = finals.contains(event.period());
            standings.add(BoardStandings.of(boards.get(published.guard()), published, isFinal));
            seen.add(new SlowFlags.Seen(
                    event.period().toString(),
                    event.revision(),
                    published.guard(),
                    published.at(),
                    isFinal,
                    slowBoards.get(published.guard()).lists));
        }
        compare(history.seed(), standings, new SlowFlags(seen), coverage);
    }

    static void compare(long seed, List<BoardStandings> standings, SlowFlags slow, Coverage coverage) {
        Random random = new Random(seed);
        List<Recorded<ConsequenceHandled>> handled = new ArrayList<>();
        List<Recorded<PriorityConfirmed>> confirmed = new ArrayList<>();
        List<Recorded<? extends ConsequenceEvent>> all = new ArrayList<>();
        for (BoardStandings board : standings) {
            for (SlowFlags.Flag flag : slow.asAt(board.guard() + 1)) {
                if (random.nextInt(standings.size()) < 2) {
                    handled.add(record(board, handledOf(flag, "document " + handled.size())));
                    all.add(handled.getLast());
                    int year = Integer.parseInt(flag.basis().getLast().period().substring(0, 4));
                    confirmed.add(record(board, new PriorityConfirmed(flag.cadreId(), year, "r" + handled.size())));
                    all.add(confirmed.getLast());
                }
            }
        }
        List<String> listed = Flags.of(standings, all).stream()
                .map(Flags.Flagged::consequence)
                .map(FlagCheck::line)
                .sorted()
                .toList();
        assertThat(listed).as("flags, seed %d", seed).isEqualTo(slow.listed(handled, confirmed));
        coverage.flags(listed);
    }

    private static ConsequenceHandled handledOf(SlowFlags.Flag flag, String document) {
        Period last = Period.parse(flag.basis().getLast().period());
        return new ConsequenceHandled(
                flag.cadreId(), Flag.valueOf(flag.name()), last, LocalDate.of(2026, 1, 1), document, null);
    }

    /** In the commit of the publication that raised it, or at once after: one place further in the log. */
    private static <E extends ConsequenceEvent> Recorded<E> record(BoardStandings board, E event) {
        long guard = board.guard() + 1;
        return new Recorded<>(
                guard >> 10,
                (int) (guard & 1023),
                board.publishedAt(),
                "department",
                "consequence:" + event.cadreId(),
                0,
                board.jurisdiction(),
                event);
    }

    private static String line(Consequence c) {
        return c.cadreId() + " " + c.flag() + " " + c.raisedBy() + " " + c.raisedAt() + " " + c.provisional() + " "
                + c.withdrawn() + " "
                + (c.handled() == null ? null : c.handled().document()) + " "
                + (c.confirmed() == null ? null : c.confirmed().reason());
    }
}
