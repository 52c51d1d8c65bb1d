package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.cadre.CadreEvent.CadreChanged;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Cadres.Query;
import org.cadreledger.cadre.Category;
import org.cadreledger.facts.Streams;
import org.cadreledger.read.PageRequest;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisterSearchTest extends ReadSideFixture {
    private static final PageRequest ALL = new PageRequest(100, null);

    @BeforeEach
    void two_units() {
        county.define(new Month(2026, 1));
        county.register("a2", "王芳", "水利局", Category.SECTION);
        county.register("a1", "李强", "水利局", Category.RESERVE);
        county.register("B7", "Anna", "档案馆", Category.SECTION);
    }

    private static List<String> ids(Cadres.Matches matches) {
        return matches.page().items().stream().map(Cadres.Listed::cadreId).toList();
    }

    @Test
    void a_text_finds_the_beginning_of_an_id_and_parts_of_name_and_unit() {
        Cadres cadres = caughtUp().cadres();
        assertThat(ids(cadres.search("ly", Query.ALL, ALL))).containsExactly("B7", "a1", "a2");
        assertThat(ids(cadres.search("ly", new Query(" A", null, null), ALL))).containsExactly("B7", "a1", "a2");
        assertThat(ids(cadres.search("ly", new Query("b7", null, null), ALL))).containsExactly("B7");
        assertThat(ids(cadres.search("ly", new Query("7", null, null), ALL))).isEmpty();
        assertThat(ids(cadres.search("ly", new Query("芳", null, null), ALL))).containsExactly("a2");
        assertThat(ids(cadres.search("ly", new Query("水利", null, Category.RESERVE), ALL)))
                .containsExactly("a1");
        assertThat(ids(cadres.search(null, new Query(null, "档案馆", null), ALL))).containsExactly("B7");
        assertThat(ids(cadres.search("elsewhere", Query.ALL, ALL))).isEmpty();
    }

    @Test
    void pages_follow_each_other_by_unit_and_id_and_say_how_many_there_are() {
        Cadres cadres = caughtUp().cadres();
        var first = cadres.search("ly", Query.ALL, new PageRequest(2, null));
        var second =
                cadres.search("ly", Query.ALL, new PageRequest(2, first.page().next()));
        assertThat(ids(first)).containsExactly("B7", "a1");
        assertThat(ids(second)).containsExactly("a2");
        assertThat(second.page().next()).isNull();
        assertThat(second.total()).isEqualTo(3);
        assertThatThrownBy(() -> cadres.search("ly", Query.ALL, new PageRequest(2, "nowhere")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_change_is_seen_at_once_and_who_left_is_found_in_the_new_county_alone() {
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        catchUp(projectors);
        assertThat(models.cadres().units("ly"))
                .containsExactly(new Cadres.UnitSize("档案馆", 1), new Cadres.UnitSize("水利局", 2));

        LocalDate since = LocalDate.of(2026, 2, 1);
        LocalDate registered = LocalDate.of(2025, 1, 1);
        county.append(
                "reg",
                Streams.cadre("a1"),
                new CadreChanged("a1", "ly", Category.SECTION, "档案馆", "p", null, null, registered, since, "李强"));
        county.append("reg", Streams.cadre("a2"), new CadreTransferredOut("a2", "ly", "hn", since, List.of()));
        CountyLog other = new CountyLog(log, "hn");
        other.define(new Month(2026, 1));
        // the same stream goes on
        other.append(
                "reg",
                Streams.cadre("a2") + "x",
                new CadreTransferredIn(
                        "a2",
                        "hn",
                        "ly",
                        Category.SECTION,
                        "教育局",
                        "p",
                        null,
                        null,
                        registered,
                        since,
                        List.of(),
                        List.of(),
                        List.of(),
                        "王芳"));
        catchUp(projectors);

        assertThat(models.cadres().units("ly")).containsExactly(new Cadres.UnitSize("档案馆", 2));
        assertThat(ids(models.cadres().search("hn", Query.ALL, ALL))).containsExactly("a2");
        assertThat(models.cadres().search(null, Query.ALL, ALL).page().items())
                .extracting(Cadres.Listed::cadreId, Cadres.Listed::jurisdiction)
                .containsExactly(tuple("a2", "hn"), tuple("B7", "ly"), tuple("a1", "ly"));
    }

    @Test
    void a_search_says_of_each_cadre_what_the_list_says() {
        List<CountyLog.Of> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = "n" + i;
            events.add(new CountyLog.Of(
                    Streams.cadre(id), county.registered(id, "名" + i, "单位" + i % 7, Category.RESERVE)));
        }
        county.appendAll("reg", events);
        Cadres cadres = caughtUp().cadres();
        assertThat(cadres.search("ly", Query.ALL, ALL).page().items())
                .containsExactlyInAnyOrderElementsOf(
                        cadres.find("ly", null, ALL).items())
                .hasSize(63);
    }
}
