package org.cadreledger.cadre.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.access.Role;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.RegisterCadre.Outcome;
import org.cadreledger.cadre.RegisterCadre.Registered;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.registerbed.Refused;
import org.cadreledger.registerbed.RegisterSide;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CadreImportTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final CommandKey KEY = CommandKey.idempotent("reviewer", "import-1", "hash");

    private final RegisterSide side = new RegisterSide().county("j1");
    private final CadreImport imports = new CadreImport(side, side.registrations(), side.clock());

    @AfterEach
    void close() {
        imports.close();
    }

    private ImportReport run(byte[] file, boolean strict, Actor actor) {
        return imports.run(file, "j1", strict, actor, KEY);
    }

    private static byte[] csv(String... rows) {
        return (Sheets.CSV_HEADERS + String.join("\n", rows)).getBytes(GB18030);
    }

    @Test
    void a_file_in_gb18030_is_registered_and_good_rows_survive_bad_ones() {
        ImportReport report = run(
                csv("c1,李雷,科级,组织部,主任,,2020-01-01", "c 2,x,科级,u,p,,2020-01-01", "c3,x,科级,u,p,,坏"),
                false,
                RegisterSide.REVIEWER);
        assertThat(report.imported()).isEqualTo(1);
        assertThat(report.position()).isEqualTo(side.end());
        assertThat(report.rejected())
                .extracting(row -> row.row() + " " + row.column() + " " + row.code())
                .containsExactly("3 编号 bad-id", "4 登记日期 bad-date");
        assertThat(side.folds.cadre("c1").current().name()).isEqualTo("李雷");
    }

    @Test
    void strict_writes_nothing_when_any_row_is_bad() {
        long end = side.end();
        ImportReport report =
                run(csv("c1,李雷,科级,组织部,主任,,2020-01-01", "c 2,x,科级,u,p,,2020-01-01"), true, RegisterSide.REVIEWER);
        assertThat(report.imported()).isZero();
        assertThat(report.rejected())
                .extracting(row -> row.row() + " " + row.code())
                .containsExactly("3 bad-id");
        assertThat(side.end()).isEqualTo(end);
        assertThat(run(csv("c1,李雷,科级,组织部,主任,,2020-01-01"), true, RegisterSide.REVIEWER)
                        .imported())
                .isEqualTo(1);
    }

    @Test
    void a_second_file_changes_and_leaves_alone() {
        run(csv("c1,x,科级,u,p,,2020-01-01", "c2,x,科级,u,p,,2020-01-01"), false, RegisterSide.REVIEWER);
        ImportReport again =
                run(csv("c1,x,科级,u,p,,2020-01-01", "c2,x,科级,other,p,,2020-01-01"), false, RegisterSide.REVIEWER);
        assertThat(again)
                .returns(0, ImportReport::imported)
                .returns(1, ImportReport::updated)
                .returns(1, ImportReport::unchanged);
    }

    @Test
    void a_preview_says_what_would_happen_and_writes_nothing() {
        run(csv("c1,x,科级,u,p,,2020-01-01", "c2,x,科级,u,p,,2020-01-01"), false, RegisterSide.REVIEWER);
        long end = side.end();
        byte[] file = csv(
                "c1,x,科级,u,p,,2020-01-01",
                "c2,y,后备,other,p,,2020-01-01",
                "c3,z,科级,u,p,,2020-01-01",
                "c 4,z,科级,u,p,,2020-01-01",
                "c5,,科级,u,p,,2020-01-01");
        ImportPreview preview = imports.preview(file, "j1", RegisterSide.REVIEWER);
        assertThat(preview.with(Outcome.UNCHANGED))
                .extracting(ImportPreview.Row::row)
                .containsExactly(2);
        assertThat(preview.with(Outcome.CREATED))
                .extracting(ImportPreview.Row::row)
                .containsExactly(4);
        assertThat(preview.with(Outcome.CHANGED))
                .singleElement()
                .satisfies(row -> assertThat(row.changes())
                        .extracting(change -> change.field() + " " + change.before() + " " + change.after())
                        .containsExactly("name x y", "category SECTION RESERVE", "unit u other"));
        assertThat(preview.rejected())
                .extracting(row -> row.row() + " " + row.column() + " " + row.code())
                .containsExactly("5 编号 bad-id", "6 姓名 required");
        assertThat(side.end()).isEqualTo(end);

        List<Long> progress = new ArrayList<>();
        ImportReport report = imports.run(file, "j1", false, RegisterSide.REVIEWER, KEY.item("b"), done -> {
            synchronized (progress) {
                progress.add(done);
            }
        });
        assertThat(report)
                .returns(1, ImportReport::imported)
                .returns(1, ImportReport::updated)
                .returns(1, ImportReport::unchanged);
        // "c 4" is only refused by the command
        assertThat(progress).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }

    @Test
    void the_templates_have_the_columns_that_an_import_needs() {
        for (boolean chinese : new boolean[] {true, false}) {
            for (byte[] template : List.of(RegisterTemplate.csv(chinese), RegisterTemplate.xlsx(chinese))) {
                assertThat(imports.preview(template, "j1", RegisterSide.REVIEWER)
                                .rows())
                        .isEmpty();
            }
        }
    }

    @Test
    void rows_of_another_county_are_rejected_one_by_one() {
        Actor elsewhere = new Actor("e", Set.of(Role.REVIEWER), null, "j2", null);
        assertThat(run(csv("c1,x,科级,u,p,,2020-01-01"), false, elsewhere).rejected())
                .containsExactly(new RejectedRow(2, null, "other-jurisdiction", List.of("j1")));
    }

    @Test
    void a_store_that_takes_no_more_ends_the_import_and_a_repeat_finishes_it() {
        AtomicInteger left = new AtomicInteger(5);
        Commands full = new Commands() {
            @Override
            public <R> Receipt<R> send(Command<R> command, Actor actor, CommandKey key) {
                if (left.getAndDecrement() <= 0) {
                    throw Refusal.of(Reason.OVERLOADED);
                }
                return side.send(command, actor, key);
            }
        };
        byte[] file = Sheets.xlsx(Sheets.cadres(40));
        try (CadreImport overloaded = new CadreImport(full, side.registrations(), side.clock())) {
            Refused.with(Reason.OVERLOADED, () -> overloaded.run(file, "j1", false, RegisterSide.REVIEWER, KEY));
        }
        ImportReport repeat = run(file, false, RegisterSide.REVIEWER);
        assertThat(repeat.imported() + repeat.unchanged()).isEqualTo(40);
        assertThat(repeat.unchanged()).isEqualTo(5);
    }

    @Test
    void two_thousand_rows_are_written_each_under_its_own_key() {
        List<String> keys = new ArrayList<>();
        Commands recording = new Commands() {
            @Override
            @SuppressWarnings("unchecked")
            public <R> Receipt<R> send(Command<R> command, Actor actor, CommandKey key) {
                synchronized (keys) {
                    keys.add(key.value());
                }
                Registered registered = new Registered(((RegisterCadre) command).cadreId(), Outcome.CREATED);
                return new Receipt<>((R) registered, keys.size(), false);
            }
        };
        try (CadreImport quick = new CadreImport(recording, side.registrations(), side.clock())) {
            ImportReport report = quick.run(Sheets.xlsx(Sheets.cadres(2_000)), "j1", false, RegisterSide.REVIEWER, KEY);
            assertThat(report.imported()).isEqualTo(2_000);
            assertThat(report.rejected()).isEmpty();
        }
        assertThat(keys).hasSize(2_000).doesNotHaveDuplicates().contains("user/reviewer/import-1#2");
    }
}
