package org.cadreledger.period.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cadreledger.access.Command.Done;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.Designation;
import org.cadreledger.decisions.Decision;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.PeriodEvent.BoardSealed;
import org.cadreledger.period.PublishBoard;
import org.cadreledger.period.PublishBoard.Published;
import org.cadreledger.period.ReviseBoard;
import org.cadreledger.period.SealBoard;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.keeping.PeriodFacts;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/** In which order boards are published and revised (domain.md "Cycle", 2 and 3). Pure. */
final class PublishingRules {
    private PublishingRules() {}

    static Decision<PeriodEvent, Published> publish(PublishBoard c, BoardDefaults defaults, PeriodFacts facts) {
        Period period = c.period();
        facts.requireBoardPeriod(period);
        if (facts.board(period).isPublished()) {
            throw Refusal.of(Reason.ALREADY_PUBLISHED, period);
        }
        requirePartsDone(period, facts);
        Optional<Period> previous = facts.previous(period);
        if (previous.isPresent() && !facts.board(previous.get()).isPublished()) {
            throw Refusal.of(Reason.PERIOD_ORDER, period, previous.get());
        }
        return revision(period, 1, List.of(), c.document(), defaults, facts);
    }

    /** A quarter needs its months closed, a year its quarters final; those before the books' first month do not count. */
    private static void requirePartsDone(Period period, PeriodFacts facts) {
        if (period instanceof Year year) {
            for (Quarter quarter : year.quarters()) {
                if (!facts.monthsOf(quarter).isEmpty() && !facts.board(quarter).isFinal()) {
                    throw Refusal.of(Reason.PERIOD_ORDER, period, quarter);
                }
            }
            return;
        }
        facts.monthsOf(period).stream()
                .filter(month -> !facts.periods().isClosed(month))
                .findFirst()
                .ifPresent(open -> {
                    throw Refusal.of(Reason.PERIOD_ORDER, period, open);
                });
    }

    /** Also after the period is final; then it stays final (domain.md "Cycle", 2). */
    static Decision<PeriodEvent, Published> revise(ReviseBoard c, BoardDefaults defaults, PeriodFacts facts) {
        facts.requireBoardPeriod(c.period());
        BoardPublished latest = latest(facts.published(c.period()));
        return revision(c.period(), latest.revision() + 1, latest.designations(), c.document(), defaults, facts);
    }

    /** A new revision that carries the designations made before and this one. */
    static Decision<PeriodEvent, Published> designate(Period period, Designation added, PeriodFacts facts) {
        BoardPublished latest = latest(facts.published(period));
        List<Designation> all = new ArrayList<>(latest.designations());
        all.add(added);
        return revision(period, latest.revision() + 1, all, latest.document(), latest.settings(), facts);
    }

    /** A board that cannot be computed must not be published: a period is scored by the catalogue of its last month. */
    private static void requireCatalogue(Period period, PeriodFacts facts) {
        Stream<Period> scored =
                period instanceof Year year ? year.quarters().stream().map(quarter -> quarter) : Stream.of(period);
        scored.filter(part -> !facts.monthsOf(part).isEmpty())
                .map(Period::lastMonth)
                .filter(month ->
                        facts.catalogues().inForce(month, facts.jurisdiction()).isEmpty())
                .findFirst()
                .ifPresent(month -> {
                    throw Refusal.of(Reason.NO_CATALOGUE, month);
                });
    }

    /** The program's own record of what it computed; a second one must be the same. */
    static Decision<PeriodEvent, Done> seal(SealBoard c, PeriodFacts facts) {
        BoardState.Revision revision = facts.published(c.period())
                .revision(c.revision())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_BOARD, c.period(), c.revision()));
        BoardSealed sealed = revision.sealed();
        if (sealed == null) {
            return Decision.of(
                    Done.DONE,
                    c.jurisdiction(),
                    new BoardSealed(
                            c.jurisdiction(),
                            c.period(),
                            c.revision(),
                            c.publishedPosition(),
                            c.seal(),
                            c.changedRows()));
        }
        if (!sealed.seal().equals(c.seal())) {
            throw Refusal.of(Reason.WRONG_STATE, c.period(), "SEALED");
        }
        return Decision.repeat(Done.DONE);
    }

    static BoardPublished latest(BoardState board) {
        return board.latest().orElseThrow().published().event();
    }

    private static Decision<PeriodEvent, Published> revision(
            Period period,
            int number,
            List<Designation> designations,
            @Nullable String document,
            BoardDefaults defaults,
            PeriodFacts facts) {
        BoardSettings settings = defaults.settings(facts.county().settings().objectionDays());
        return revision(period, number, designations, document, settings, facts);
    }

    private static Decision<PeriodEvent, Published> revision(
            Period period,
            int number,
            List<Designation> designations,
            @Nullable String document,
            BoardSettings settings,
            PeriodFacts facts) {
        requireCatalogue(period, facts);
        LocalDate until = facts.county().windowEnd(facts.today(), settings.objectionDays());
        BoardPublished published =
                new BoardPublished(facts.jurisdiction(), period, number, settings, designations, until, document);
        return Decision.of(new Published(number), facts.jurisdiction(), published);
    }
}
