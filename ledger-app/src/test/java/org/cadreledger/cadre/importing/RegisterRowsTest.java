package org.cadreledger.cadre.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.importing.RegisterRows.Rows;
import org.cadreledger.registerbed.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterRowsTest {
    private static Rows parse(String csv, @Nullable String jurisdiction) {
        return RegisterRows.parse(TableFile.read(csv.getBytes(StandardCharsets.UTF_8)), jurisdiction);
    }

    private static Rows rows(String... rows) {
        return parse(Sheets.CSV_HEADERS + String.join("\n", rows), "j1");
    }

    @Test
    void chinese_and_english_headers_say_the_same_in_any_order() {
        RegisterCadre expected = new RegisterCadre(
                "c1",
                "李雷",
                "j2",
                Category.RESERVE,
                "组织部",
                "科员",
                "四级",
                "乡镇",
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2021, 2, 3));
        assertThat(parse("编号,姓名,类别,单位,职务,职级,组别,登记日期,生效日期,县\nc1,李雷,后备,组织部,科员,四级,乡镇,2020-01-01,2021-02-03,j2", "j1")
                        .parsed())
                .containsExactly(new RegisterRows.Parsed(2, expected));
        assertThat(parse(
                                "jurisdiction,Since,registeredOn (yyyy-MM-dd),group,rank,POST,unit,category,name,cadreId\n"
                                        + "j2,2021/2/3,2020.1.1,乡镇,四级,科员,组织部,reserve,李雷,c1",
                                null)
                        .parsed())
                .containsExactly(new RegisterRows.Parsed(2, expected));
    }

    @Test
    void every_problem_of_a_row_is_reported_under_the_files_own_header() {
        Rows rows = rows(",李雷,处级,u,,,2020-02-30", "c2,x,科级,u,p,,2020-01-01");
        assertThat(rows.rejected())
                .extracting(row -> row.row() + " " + row.column() + " " + row.code())
                .containsExactly("2 编号 required", "2 类别 bad-category", "2 职务 required", "2 登记日期 bad-date");
        assertThat(rows.parsed()).extracting(RegisterRows.Parsed::row).containsExactly(3);
    }

    @Test
    void an_id_that_comes_twice_is_rejected_the_second_time() {
        Rows rows = rows("c1,x,科级,u,p,,2020-01-01", "c1,y,科级,u,p,,2020-01-01");
        assertThat(rows.parsed()).hasSize(1);
        assertThat(rows.rejected())
                .extracting(row -> row.row() + " " + row.code())
                .containsExactly("3 duplicate");
    }

    @Test
    void a_row_without_county_needs_a_default() {
        Rows rows = parse(Sheets.CSV_HEADERS + "c1,x,科级,u,p,,2020-01-01", null);
        assertThat(rows.rejected())
                .extracting(row -> row.column() + " " + row.code())
                .containsExactly("jurisdiction required");
    }

    @Test
    void missing_columns_refuse_the_file() {
        Refused.fields(
                () -> parse("编号,姓名,类别\nc1,x,科级", "j1"),
                "file: missing-column",
                "file: missing-column",
                "file: missing-column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-05", "2020/1/5", "2020.1.5", "2020年1月5日", "2020-01-05 00:00:00"})
    void dates_are_read_as_people_write_them(String date) {
        assertThat(rows("c1,x,科级,u,p,," + date).parsed().getFirst().command().registeredOn())
                .isEqualTo("2020-01-05");
    }
}
