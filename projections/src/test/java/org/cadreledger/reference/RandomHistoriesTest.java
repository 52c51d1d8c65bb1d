package org.cadreledger.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.computing.BoardComputation;
import org.cadreledger.board.computing.BoardContent;
import org.cadreledger.ledger.scoring.PeriodScoring;
import org.cadreledger.ledger.scoring.Score;
import org.cadreledger.ledger.tally.Tally;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.reference.SlowBooks.SlowScore;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.junit.jupiter.api.Test;

/** Ten thousand random histories, small and long, against the slow reference. A failure names the seed. */
class RandomHistoriesTest {
    private static final int SMALL = 9_600;
    private static final int CROWDED = 300;
    private static final int LONG = 100;

    private final Coverage coverage = new Coverage();

    @Test
    void every_board_statement_and_flag_is_what_the_reference_says() {
        seeds(1, SMALL).forEach(seed -> check(RandomHistory.of(seed, 1 + (int) (seed % 9), 3 + (int) (seed % 10))));
        seeds(100_001, CROWDED)
                .forEach(seed -> check(RandomHistory.of(seed, 20 + (int) (seed % 25), 3 + (int) (seed % 4))));
        seeds(200_001, LONG)
                .forEach(seed -> check(RandomHistory.of(seed, 3 + (int) (seed % 6), 36 + (int) (seed % 25))));
        coverage.assertComplete();
    }

    /** Histories share nothing: each is the same whatever runs beside it. */
    private static LongStream seeds(long first, int count) {
        return LongStream.range(first, first + count).parallel();
    }

    private void check(History history) {
        coverage.history(history);
        Folded folded = Folded.of(history.county(), history.log());
        Map<Period, BoardContent> before = new HashMap<>();
        Map<Period, SlowBoard> slowBefore = new HashMap<>();
        Map<Long, SlowBoard> slowBoards = new TreeMap<>();
        Map<Long, BoardContent> boards = new TreeMap<>();
        for (Recorded<BoardPublished> published : history.publications()) {
            Period period = published.event().period();
            BoardContent content = BoardComputation.compute(published, folded.factsFor(period.year()));
            SlowBoard slow = new SlowBoard(history, published);
            assertThat(new String(content.canonicalBytes(), StandardCharsets.UTF_8))
                    .as("seed %d, %s", history.seed(), published)
                    .isEqualTo(slow.text());
            assertThat(content.changedRows(before.get(period)))
                    .as("changed rows, seed %d, %s", history.seed(), published)
                    .isEqualTo(changed(slow, slowBefore.get(period)));
            before.put(period, content);
            slowBefore.put(period, slow);
            boards.put(published.guard(), content);
            slowBoards.put(published.guard(), slow);
            coverage.board(slow);
        }
        checkAFoldThatDidNotRunAhead(history, boards);
        checkStatements(history, folded);
        FlagCheck.check(history, boards, slowBoards, coverage);
    }

    /** In a third of the histories: the same seal whether the documents knew what came later or not. */
    private static void checkAFoldThatDidNotRunAhead(History history, Map<Long, BoardContent> boards) {
        List<Recorded<BoardPublished>> all = history.publications();
        if (all.isEmpty() || history.seed() % 3 != 0) {
            return;
        }
        Recorded<BoardPublished> published = all.get(new Random(history.seed()).nextInt(all.size()));
        Folded then = Folded.of(history.county(), history.before(published.guard()));
        BoardContent content = BoardComputation.compute(
                published, then.factsFor(published.event().period().year()));
        assertThat(content.seal())
                .as("seed %d, %s", history.seed(), published)
                .isEqualTo(boards.get(published.guard()).seal());
    }

    private static int changed(SlowBoard now, SlowBoard before) {
        Map<String, String> old = before == null ? Map.of() : before.lines;
        Map<String, String> all = new TreeMap<>(old);
        all.putAll(now.lines);
        return (int) all.keySet().stream()
                .filter(id -> !now.lines.containsKey(id) || !now.lines.get(id).equals(old.get(id)))
                .count();
    }

    /** A cadre's statements at some place in the log, of months, quarters and years, published or not. */
    private void checkStatements(History history, Folded folded) {
        Random random = new Random(history.seed());
        BoardSettings settings = settingsOf(history);
        long guard = history.log()
                .get(random.nextInt(history.log().size() / 2, history.log().size()))
                .guard();
        SlowCounty slow = new SlowCounty(history, guard, settings);
        List<String> ids = slow.cadreIds();
        if (!ids.isEmpty()) {
            String cadreId = ids.get(random.nextInt(ids.size()));
            Month month = history.firstMonth().plus(random.nextInt(12));
            for (Period period : List.of(month, month.quarter(), new Year(month.year()))) {
                checkStatement(history, folded, slow, settings, guard, cadreId, period);
            }
        }
    }

    private void checkStatement(
            History history,
            Folded folded,
            SlowCounty slow,
            BoardSettings settings,
            long guard,
            String cadreId,
            Period period) {
        PeriodScoring scoring = new PeriodScoring(
                PeriodScoring.Modes.of(settings),
                history.firstMonth(),
                month -> folded.catalogues()
                        .inForce(month, history.county(), guard)
                        .orElseThrow());
        Score score = scoring.score(
                period,
                Tally.entriesIn(
                        new Year(period.year()), folded.talliesOf(cadreId, period.year()), folded.periods(), guard));
        SlowScore expected = slow.score(cadreId, period);
        assertThat(describe(score))
                .as("seed %d, %s of %s at %d", history.seed(), cadreId, period, guard)
                .isEqualTo(describe(expected));
        coverage.statement(expected);
    }

    private static List<String> describe(Score score) {
        Map<String, BigDecimal> items = new LinkedHashMap<>();
        score.items().forEach(item -> items.put(item.item(), item.deducted().toDecimal()));
        List<String> lines = new ArrayList<>();
        score.entries().forEach(judged -> {
            String verdict = judged.supersededBy() != null
                    ? " superseded by " + judged.supersededBy()
                    : judged.counted() ? " counted" : " without an item";
            lines.add(judged.counting().entry().entryId() + " "
                    + judged.counting().month() + verdict);
        });
        return describe(
                score.base().toDecimal(),
                score.bonus().toDecimal(),
                score.deduct().toDecimal(),
                score.total().toDecimal(),
                items,
                lines);
    }

    private static List<String> describe(SlowScore score) {
        List<String> lines = new ArrayList<>();
        score.lines().forEach((id, verdict) -> lines.add(id + " " + verdict));
        return describe(score.base(), score.bonus(), score.deduct(), score.total(), score.deducted(), lines);
    }

    private static List<String> describe(
            BigDecimal base,
            BigDecimal bonus,
            BigDecimal deduct,
            BigDecimal total,
            Map<String, BigDecimal> items,
            List<String> lines) {
        List<String> text = new ArrayList<>();
        for (BigDecimal each : List.of(base, bonus, deduct, total)) {
            text.add(each.setScale(2).toPlainString());
        }
        items.forEach((item, points) -> text.add(item + " " + points.setScale(2).toPlainString()));
        text.addAll(lines);
        return text;
    }

    private static BoardSettings settingsOf(History history) {
        return history.publications().isEmpty()
                ? new BoardSettings(
                        1,
                        BoardSettings.QuarterScoring.PERIOD,
                        BoardSettings.YearScoring.PERIOD,
                        BoardSettings.Ties.EXCLUDE,
                        15,
                        5,
                        5)
                : history.publications().getFirst().event().settings();
    }
}
