package org.cadreledger.consequence.flags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.ConsequenceEvent;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.ConsequenceEvent.PriorityConfirmed;
import org.cadreledger.consequence.Flag;
import org.cadreledger.consequence.flags.BoardStandings.Standing;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Period;
import org.junit.jupiter.api.Test;

/** domain.md "Consequences", row by row. Boards: T top, B bottom, - between, space not ranked. */
class FlagsTest {
    private static final String[] QUARTERS_2026 = {"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"};

    private final List<BoardStandings> boards = new ArrayList<>();
    private final List<Recorded<? extends ConsequenceEvent>> followUps = new ArrayList<>();
    private long position;

    @Test
    void priority_takes_all_four_quarters_of_one_year() {
        publish("TTTT", QUARTERS_2026);
        assertThat(flags()).containsExactly("PRIORITY [2026-Q1, 2026-Q2, 2026-Q3, 2026-Q4]");
    }

    @Test
    void four_quarters_over_the_years_edge_or_one_without_a_rank_give_no_priority() {
        publish("-TTT", QUARTERS_2026);
        publish("T TT", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4");
        assertThat(flags()).isEmpty();
    }

    @Test
    void priority_is_listed_at_once_and_confirmed_apart() {
        publish("TTTT", QUARTERS_2026);
        assertThat(only().confirmed()).isNull();
        follow(new PriorityConfirmed("c1", 2026, "results"));
        assertThat(only().confirmed())
                .isNotNull()
                .extracting(Consequence.Confirmation::reason)
                .isEqualTo("results");
    }

    @Test
    void the_talk_is_raised_once_a_run_when_its_third_quarter_is_reached() {
        publish("BBB", "2026-Q2", "2026-Q3", "2026-Q4");
        publish("B", "2027-Q1");
        assertThat(flags())
                .containsExactly("TALK [2026-Q2, 2026-Q3, 2026-Q4]", "AWARD_BAR [2026-Q2, 2026-Q3, 2026-Q4, 2027-Q1]");
    }

    @Test
    void a_quarter_without_a_rank_neither_continues_nor_breaks_a_run_and_one_between_breaks_it() {
        publish("BB B", QUARTERS_2026);
        assertThat(flags()).containsExactly("TALK [2026-Q1, 2026-Q2, 2026-Q4]");
        publish("-B", "2027-Q1", "2027-Q2");
        publish("BB", "2027-Q3", "2027-Q4");
        assertThat(flags()).containsExactly("TALK [2026-Q1, 2026-Q2, 2026-Q4]", "TALK [2027-Q2, 2027-Q3, 2027-Q4]");
    }

    @Test
    void the_award_bar_is_raised_once_for_each_year_in_which_a_quarter_ends_a_run_of_four_or_more() {
        publish("BBBB", QUARTERS_2026);
        publish("BB", "2027-Q1", "2027-Q2");
        assertThat(flags())
                .containsExactly(
                        "TALK [2026-Q1, 2026-Q2, 2026-Q3]",
                        "AWARD_BAR [2026-Q1, 2026-Q2, 2026-Q3, 2026-Q4]",
                        "AWARD_BAR [2026-Q2, 2026-Q3, 2026-Q4, 2027-Q1]");
    }

    @Test
    void last_in_two_and_in_three_years_in_a_row_and_a_fourth_raises_neither_again() {
        publish("BB BB", "2026", "2027", "2028", "2029", "2030");
        assertThat(flags())
                .containsExactly(
                        "LAST_PLACE [2026]",
                        "LAST_PLACE [2027]",
                        "ADMONITION [2026, 2027]",
                        "LAST_PLACE [2029]",
                        "POST_ADJUSTMENT [2026, 2027, 2029]",
                        "LAST_PLACE [2030]");
    }

    @Test
    void first_in_the_year_is_advanced() {
        publish("T", "2026");
        assertThat(flags()).containsExactly("ADVANCED [2026]");
    }

    @Test
    void a_flag_is_provisional_until_all_its_boards_are_final() {
        publish("BB", "2026", "2027");
        BoardStandings open = boards.removeLast();
        boards.add(new BoardStandings(
                "150726", open.period(), 1, open.guard(), open.publishedAt(), false, open.standings()));
        assertThat(Flags.of(boards, followUps))
                .extracting(
                        flagged -> flagged.consequence().flag(),
                        flagged -> flagged.consequence().provisional())
                .containsExactly(
                        tuple(Flag.LAST_PLACE, false), tuple(Flag.LAST_PLACE, true), tuple(Flag.ADMONITION, true));
    }

    @Test
    void a_flag_whose_basis_falls_disappears() {
        publish("BBB", "2026-Q1", "2026-Q2", "2026-Q3");
        publish("-", "2026-Q2");
        assertThat(flags()).isEmpty();
    }

    @Test
    void a_handled_flag_whose_basis_falls_stays_listed_as_withdrawn_with_what_had_raised_it() {
        publish("BBB", "2026-Q1", "2026-Q2", "2026-Q3");
        handle(Flag.TALK, "2026-Q3");
        assertThat(only().withdrawn()).isFalse();
        assertThat(only().handled()).isNotNull();
        publish("-", "2026-Q2");
        assertThat(only().withdrawn()).isTrue();
        assertThat(only().raisedBy()).hasSize(3);
    }

    @Test
    void without_the_earlier_revisions_a_withdrawn_flag_names_the_period_it_was_handled_for() {
        publish("-", "2026-Q3");
        handle(Flag.TALK, "2026-Q3");
        assertThat(flags()).containsExactly("TALK [2026-Q3]");
        assertThat(only().withdrawn()).isTrue();
        assertThat(Flags.of(boards, followUps).getFirst().jurisdiction()).isEqualTo("150726");
    }

    @Test
    void a_streak_follows_the_cadre_into_another_county() {
        publish("BB", "2026-Q1", "2026-Q2");
        position++;
        boards.add(new BoardStandings(
                "150727",
                Period.parse("2026-Q3"),
                1,
                position << 10,
                Instant.ofEpochSecond(position),
                true,
                Map.of("c1", Standing.BOTTOM)));
        assertThat(flags()).containsExactly("TALK [2026-Q1, 2026-Q2, 2026-Q3]");
        assertThat(Flags.of(boards, followUps).getFirst().jurisdiction()).isEqualTo("150727");
    }

    private void publish(String standings, String... periods) {
        for (int i = 0; i < periods.length; i++) {
            Period period = Period.parse(periods[i]);
            position++;
            int revision = 1
                    + (int) boards.stream()
                            .filter(board -> board.period().equals(period))
                            .count();
            boards.add(new BoardStandings(
                    "150726",
                    period,
                    revision,
                    position << 10,
                    Instant.ofEpochSecond(position),
                    true,
                    standing(standings.charAt(i))));
        }
    }

    private static Map<String, Standing> standing(char letter) {
        return switch (letter) {
            case 'T' -> Map.of("c1", Standing.TOP);
            case 'B' -> Map.of("c1", Standing.BOTTOM);
            case '-' -> Map.of("c1", Standing.BETWEEN);
            default -> Map.of("c2", Standing.BETWEEN);
        };
    }

    private void handle(Flag flag, String period) {
        follow(new ConsequenceHandled("c1", flag, Period.parse(period), LocalDate.of(2026, 12, 1), "doc", null));
    }

    private void follow(ConsequenceEvent event) {
        position++;
        followUps.add(new Recorded<>(
                position, 0, Instant.ofEpochSecond(position), "u", "consequence:c1", 0, "150726", event));
    }

    private Consequence only() {
        List<Flags.Flagged> all = Flags.of(boards, followUps);
        assertThat(all).hasSize(1);
        return all.getFirst().consequence();
    }

    private List<String> flags() {
        return Flags.of(boards, followUps).stream()
                .map(Flags.Flagged::consequence)
                .map(consequence -> consequence.flag() + " " + consequence.raisedBy())
                .toList();
    }
}
