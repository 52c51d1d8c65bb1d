package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Category;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.ledger.Twins.ClaimKey;
import org.cadreledger.points.Points;
import org.cadreledger.read.PageRequest;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.time.Month;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import org.junit.jupiter.api.Test;

/** 3,000 cadres in 60 units: every read of the pages once cold and then warm, with its time printed. */
class LargeCountyTest extends ReadSideFixture {
    private static final int CADRES = 3_000;
    private static final int UNITS = 60;
    private static final int WAITING = 1_500;
    private static final int TIMES = 20;
    private static final Month JANUARY = new Month(2026, 1);
    private static final Month APRIL = new Month(2026, 4);
    private static final Quarter Q1 = new Quarter(2026, 1);
    private static final PageRequest FIFTY = new PageRequest(50, null);
    private final Random random = new Random(5);

    private void a_large_county() {
        county.catalogue();
        county.define(JANUARY);
        List<CountyLog.Of> register = new ArrayList<>();
        List<CountyLog.Of> ledgers = new ArrayList<>();
        for (int i = 0; i < CADRES; i++) {
            String id = "c%04d".formatted(i);
            Category category = i % 5 == 0 ? Category.RESERVE : Category.SECTION;
            register.add(new CountyLog.Of(
                    Streams.cadre(id), county.registered(id, "名" + i, "第" + i % UNITS + "单位", category)));
            String books = Streams.ledger(id, 2026);
            ledgers.add(new CountyLog.Of(books, CountyLog.claimed(id, "a" + i, JANUARY, words(), "f" + i)));
            Entry entry = new Entry(
                    "a" + i,
                    Entry.EntryKind.BONUS,
                    "A7",
                    null,
                    null,
                    1,
                    "matter a" + i,
                    new Points(random.nextInt(1_000)),
                    JANUARY,
                    JANUARY,
                    false);
            ledgers.add(new CountyLog.Of(books, new ClaimApproved(id, "a" + i, entry, null)));
            if (i < WAITING) {
                ledgers.add(
                        new CountyLog.Of(books, CountyLog.claimed(id, "w" + i, APRIL, words(), "f" + (CADRES - i))));
            }
        }
        county.appendAll("reg", register);
        county.appendAll("li", ledgers);
        Q1.months().forEach(county::close);
        county.publish(Q1, 1);
    }

    /** Chinese characters at random, as many as an account usually has. */
    private String words() {
        return random.ints(60, 0x4e00, 0x9000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static <T> T measured(String what, Supplier<T> read) {
        long begun = System.nanoTime();
        T first = read.get();
        long cold = System.nanoTime() - begun;
        List<Long> warm = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            long started = System.nanoTime();
            assertThat(read.get()).isEqualTo(first);
            warm.add(System.nanoTime() - started);
        }
        warm.sort(null);
        // figures for the reader, no bounds: machines differ
        System.out.printf(
                Locale.ROOT, "%-40s first %7.1f ms, median %6.2f ms%n", what, cold / 1e6, warm.get(TIMES / 2) / 1e6);
        return first;
    }

    @Test
    void every_read_of_the_pages_is_right_in_a_large_county() {
        a_large_county();
        ReadModels models = caughtUp();
        Cadres cadres = models.cadres();
        Boards boards = models.boards();

        var found = measured("register search", () -> cadres.search("ly", new Cadres.Query("第7单位", null, null), FIFTY));
        assertThat(found.total()).isEqualTo(CADRES / UNITS);
        assertThat(measured("units", () -> cadres.units("ly"))).hasSize(UNITS);
        var desk = measured("desk, 1,500 waiting", () -> models.pending().desk("ly", PendingItems.Filter.ALL, FIFTY));
        assertThat(desk.total()).isEqualTo(WAITING);
        List<ClaimKey> keys = desk.page().items().stream()
                .map(item -> new ClaimKey(item.item().cadreId(), item.item().itemId()))
                .toList();
        assertThat(measured("twins of one claim", () -> models.twins().of("ly", new ClaimKey("c0001", "w1"))))
                .hasSize(1);
        var twins = measured("twins of 50 claims", () -> models.twins().of("ly", keys));
        assertThat(twins).hasSize(49);
        var page = measured(
                "board, first 50 rows", () -> boards.page("ly", Q1, Category.SECTION, null, Boards.Filter.ALL, 0, 50));
        assertThat(page.orElseThrow().matching()).isEqualTo(CADRES - CADRES / 5);
        measured(
                "board, search",
                () -> boards.page("ly", Q1, Category.SECTION, null, new Boards.Filter("名12", null, null, null), 0, 50));
        measured("board, whole with names", () -> boards.find("ly", Q1, Category.SECTION, null));
        assertThat(measured("board, own row", () -> boards.rowOf("c0007", "ly", Q1, null)))
                .isPresent();
        assertThat(measured("standings of a cadre", () -> boards.standings("c0007")))
                .hasSize(1);
        assertThat(measured("figures", () -> boards.figures("ly", Q1, Category.SECTION, null)))
                .isPresent();
        var now = APRIL.lastDay().atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        var year = measured("calendar of a year", () -> models.periods().calendar("ly", new Year(2026), now));
        assertThat(year.orElseThrow().months().get(3).undecided()).isEqualTo(WAITING);
        measured("status of a month", () -> models.periods().status("ly", APRIL, now));
    }
}
