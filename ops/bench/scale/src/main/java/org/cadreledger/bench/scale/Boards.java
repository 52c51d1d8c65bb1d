package org.cadreledger.bench.scale;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.cadreledger.board.Boards.Filter;
import org.cadreledger.board.notice.PublishRun;
import org.cadreledger.board.ranking.GroupRanking;
import org.cadreledger.board.ranking.Placing;
import org.cadreledger.cadre.Category;
import org.cadreledger.facts.Streams;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;

/** Ranking, publishing and reading the board of the year. */
final class Boards {
    private static final int ROUNDS = 15;
    private static final int READS = 300;
    private static final int PAGE = 50;
    private static final int PUBLISHINGS = 5;

    private final Stage stage;
    private final Settings settings;

    Boards(Stage stage, Settings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** The same totals here and there: spread as scores are, many equal. */
    void ranking() throws Exception {
        Random random = new Random(7);
        long[] totals = new long[settings.cadres()];
        List<String> ids = new ArrayList<>(totals.length);
        for (int i = 0; i < totals.length; i++) {
            totals[i] = 10_000 + Math.round(random.nextGaussian() * 1_500);
            ids.add(CountyYear.cadre(i));
        }
        List<Double> ranks = new ArrayList<>();
        List<Double> lists = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int[] ranked = Placing.of(totals).ranks();
            ranks.add((System.nanoTime() - start) / 1e6);
            if (ranked.length != totals.length) {
                throw new IllegalStateException();
            }
            start = System.nanoTime();
            GroupRanking.of(ids, totals, CountyYear.SETTINGS, List.of());
            lists.add((System.nanoTime() - start) / 1e6);
        }
        times("ranking: places and ranks", ranks);
        times("ranking: with rows and lists", lists);
        if (settings.postgresql() != null) {
            try (Connection connection = DriverManager.getConnection(settings.postgresql())) {
                postgresql(connection, totals);
            }
        }
    }

    private static void postgresql(Connection connection, long[] totals) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set work_mem = '512MB'");
            statement.execute("create temporary table totals (cadre_id text primary key, total bigint not null)");
            try (PreparedStatement insert = connection.prepareStatement("insert into totals values (?, ?)")) {
                for (int i = 0; i < totals.length; i++) {
                    insert.setString(1, CountyYear.cadre(i));
                    insert.setLong(2, totals[i]);
                    insert.addBatch();
                    if (i % 10_000 == 9_999) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            statement.execute("analyze totals");
            for (String function : List.of("rank", "dense_rank")) {
                List<Double> all = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    long start = System.nanoTime();
                    // the answer stays there: only ranking is compared
                    try (ResultSet found = statement.executeQuery("select sum(r) from (select " + function
                            + "() over (order by total desc) r from totals) ranked")) {
                        found.next();
                    }
                    all.add((System.nanoTime() - start) / 1e6);
                }
                times("PostgreSQL " + function + "()", all);
            }
        }
        connection.rollback();
    }

    void publish() throws Exception {
        var ledger = stage.models.ledger();
        String stream = Streams.period(CountyYear.COUNTY, CountyYear.YEAR.year());
        List<Recorded<Object>> ofPeriods = stage.log.stream(stream, 0);
        if (!(ofPeriods.getLast().event() instanceof BoardPublished)) {
            stage.log.append(CountyYear.published(ofPeriods.size()));
        }
        Recorded<Object> found = stage.log.stream(stream, 0).getLast();
        if (found.event() instanceof BoardPublished event) {
            Map<String, List<Double>> parts = new LinkedHashMap<>();
            PublishRun.of(
                    stage.database,
                    ledger.active().number(),
                    found.with(event),
                    stage.folds.catalogues(),
                    PUBLISHINGS,
                    (what, took) -> parts.computeIfAbsent(what, w -> new ArrayList<>()).add(took));
            parts.forEach(Boards::times);
        }
        if (stage.models.boards().seal(CountyYear.COUNTY, CountyYear.YEAR, 1).isEmpty()) {
            long start = System.nanoTime();
            ledger.workspace().handle(List.of(found));
            System.out.printf("board: published as the processor does it, tallies read and all: %.1f s, seal %s%n",
                    (System.nanoTime() - start) / 1e9,
                    stage.models.boards().seal(CountyYear.COUNTY, CountyYear.YEAR, 1).orElseThrow().seal());
        }
    }

    void reads() throws Exception {
        Random random = new Random(11);
        var boards = stage.models.boards();
        read("board, page 1", () -> boards.page(
                        CountyYear.COUNTY, CountyYear.YEAR, Category.SECTION, null, Filter.ALL, 0, PAGE)
                .orElseThrow().board().rows().size() == PAGE);
        read("board, any page", () -> boards.page(
                        CountyYear.COUNTY, CountyYear.YEAR, Category.SECTION, null, Filter.ALL, random.nextInt(settings.cadres() - PAGE), PAGE)
                .orElseThrow().board().rows().size() == PAGE);
        read("board, a cadre's own row", () -> boards.rowOf(
                        CountyYear.cadre(random.nextInt(settings.cadres())), CountyYear.COUNTY, CountyYear.YEAR, null)
                .orElseThrow().row() != null);
        read("standings of a cadre", () -> !boards.standings(CountyYear.cadre(random.nextInt(settings.cadres()))).isEmpty());
    }

    private static void read(String what, Callable<Boolean> read) throws Exception {
        List<Double> times = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < READS && (i < 5 || System.nanoTime() - start < 60e9); i++) {
            long each = System.nanoTime();
            if (!read.call()) {
                throw new IllegalStateException(what);
            }
            times.add((System.nanoTime() - each) / 1e6);
        }
        System.out.printf("%-28s first %.1f ms; ", what, times.getFirst());
        times("", times);
    }

    static void times(String what, List<Double> milliseconds) {
        double[] sorted = milliseconds.stream().mapToDouble(each -> each).sorted().toArray();
        System.out.printf("%-28s median %.1f ms, p99 %.1f ms, least %.1f ms, most %.1f ms of %d%n", what, sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.99)], sorted[0], sorted[sorted.length - 1], sorted.length);
        assert Arrays.stream(sorted).allMatch(each -> each > 0);
    }
}
