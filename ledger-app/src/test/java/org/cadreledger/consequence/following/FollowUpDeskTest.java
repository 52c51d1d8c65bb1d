package org.cadreledger.consequence.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.registerbed.RegisterSide.REVIEWER;
import static org.cadreledger.registerbed.RegisterSide.cadre;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.consequence.ConfirmPriority;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseOpened;
import org.cadreledger.consequence.ConsequenceEvent.PriorityConfirmed;
import org.cadreledger.consequence.Flag;
import org.cadreledger.consequence.HandleConsequence;
import org.cadreledger.consequence.HandleFraudCase;
import org.cadreledger.facts.Streams;
import org.cadreledger.refusal.Reason;
import org.cadreledger.registerbed.Refused;
import org.cadreledger.registerbed.RegisterSide;
import org.cadreledger.registerbed.RegisterSide.Raised;
import org.cadreledger.time.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowUpDeskTest {
    private static final Actor DISCIPLINE = new Actor("d", Set.of(Role.DISCIPLINE), null, null, null);
    private static final LocalDate DAY = LocalDate.parse("2026-03-01");
    private final RegisterSide side = new RegisterSide().county("j1");

    @BeforeEach
    void register() {
        side.send(cadre("c1", "j1"), REVIEWER);
    }

    private void raise(String county, Flag flag, boolean withdrawn, String... periods) {
        List<Period> by = List.of(periods).stream().map(Period::parse).toList();
        side.raised.add(
                new Raised(county, new Consequence("c1", flag, by, Instant.EPOCH, true, null, null, withdrawn)));
    }

    private static HandleConsequence handle(Flag flag, String period) {
        return new HandleConsequence("c1", flag, Period.parse(period), DAY, "doc 1", null);
    }

    @Test
    void a_raised_flag_is_handled_and_a_repeat_writes_nothing() {
        raise("j1", Flag.TALK, false, "2025-Q2", "2025-Q3", "2025-Q4");
        side.send(handle(Flag.TALK, "2025-Q4"), REVIEWER);
        assertThat(side.lastCommit())
                .containsExactly(new ConsequenceHandled("c1", Flag.TALK, Period.parse("2025-Q4"), DAY, "doc 1", null));
        assertThat(side.lastRecords().getFirst().jurisdiction()).isEqualTo("j1");
        long end = side.end();
        side.send(handle(Flag.TALK, "2025-Q4"), REVIEWER);
        assertThat(side.end()).isEqualTo(end);
        Refused.with(
                Reason.WRONG_STATE,
                () -> side.send(
                        new HandleConsequence("c1", Flag.TALK, Period.parse("2025-Q4"), DAY, "doc 2", null), REVIEWER));
    }

    @Test
    void a_flag_that_is_not_raised_by_that_period_or_withdrawn_is_unknown() {
        raise("j1", Flag.TALK, true, "2025-Q4");
        raise("j1", Flag.LAST_PLACE, false, "2025");
        Refused.with(Reason.UNKNOWN_FLAG, () -> side.send(handle(Flag.TALK, "2025-Q4"), REVIEWER));
        Refused.with(Reason.UNKNOWN_FLAG, () -> side.send(handle(Flag.LAST_PLACE, "2024"), REVIEWER));
        Refused.with(
                Reason.UNKNOWN_CADRE,
                () -> side.send(
                        new HandleConsequence("c9", Flag.TALK, Period.parse("2025-Q4"), DAY, "doc", null), REVIEWER));
    }

    @Test
    void the_discipline_commission_handles_admonitions_and_nothing_else() {
        raise("j1", Flag.ADMONITION, false, "2024", "2025");
        raise("j1", Flag.TALK, false, "2025-Q4");
        Refused.with(Reason.FORBIDDEN, () -> side.send(handle(Flag.ADMONITION, "2025"), REVIEWER));
        Refused.with(Reason.FORBIDDEN, () -> side.send(handle(Flag.TALK, "2025-Q4"), DISCIPLINE));
        side.send(handle(Flag.ADMONITION, "2025"), DISCIPLINE);
        assertThat(side.lastCommit().getFirst()).isInstanceOf(ConsequenceHandled.class);
    }

    @Test
    void nobody_handles_their_own_and_nothing_is_decided_on_a_projection_that_lags() {
        raise("j1", Flag.TALK, false, "2025-Q4");
        Actor self = new Actor("s", Set.of(Role.REVIEWER), "c1", null, null);
        Refused.with(Reason.FOUR_EYES, () -> side.send(handle(Flag.TALK, "2025-Q4"), self));
        Actor elsewhere = new Actor("e", Set.of(Role.REVIEWER), null, "j2", null);
        Refused.with(Reason.OTHER_JURISDICTION, () -> side.send(handle(Flag.TALK, "2025-Q4"), elsewhere));
        side.projectionsKeepUp = false;
        Refused.with(Reason.NOT_YET_VISIBLE, () -> side.send(handle(Flag.TALK, "2025-Q4"), REVIEWER));
    }

    @Test
    void a_flag_stays_with_the_county_of_its_board_after_a_transfer() {
        raise("j1", Flag.TALK, false, "2025-Q4");
        side.county("j2").send(cadre("c1", "j2", "unit-9", "2026-03-01"), REVIEWER);
        side.send(handle(Flag.TALK, "2025-Q4"), REVIEWER);
        assertThat(side.lastRecords().getFirst().jurisdiction()).isEqualTo("j1");
    }

    @Test
    void what_is_recorded_names_a_document_and_a_day_that_has_come() {
        raise("j1", Flag.TALK, false, "2025-Q4");
        Refused.fields(
                () -> side.send(
                        new HandleConsequence(
                                "c1", Flag.TALK, Period.parse("2025-Q4"), LocalDate.parse("2026-03-16"), " ", null),
                        REVIEWER),
                "on: future",
                "document: required");
    }

    @Test
    void priority_is_confirmed_once_it_is_listed() {
        ConfirmPriority confirm = new ConfirmPriority("c1", 2025, "outstanding");
        Refused.with(Reason.UNKNOWN_FLAG, () -> side.send(confirm, REVIEWER));
        raise("j1", Flag.PRIORITY, false, "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4");
        side.send(confirm, REVIEWER);
        assertThat(side.lastCommit()).containsExactly(new PriorityConfirmed("c1", 2025, "outstanding"));
        long end = side.end();
        side.send(confirm, REVIEWER);
        assertThat(side.end()).isEqualTo(end);
        Refused.with(Reason.WRONG_STATE, () -> side.send(new ConfirmPriority("c1", 2025, "another reason"), REVIEWER));
        Refused.fields(() -> side.send(new ConfirmPriority("c1", 2025, ""), REVIEWER), "reason: required");
    }

    @Test
    void an_open_fraud_case_is_handled_once() {
        HandleFraudCase handle = new HandleFraudCase("c1", "case-1", DAY, "doc 1", "educated");
        Refused.with(Reason.NOT_FOUND, () -> side.send(handle, REVIEWER));
        side.given(Streams.consequence("c1"), "j1", new FraudCaseOpened("c1", "case-1", "e1", "forged"));
        side.send(handle, REVIEWER);
        assertThat(side.lastCommit()).containsExactly(new FraudCaseHandled("c1", "case-1", DAY, "doc 1", "educated"));
        long end = side.end();
        side.send(handle, REVIEWER);
        assertThat(side.end()).isEqualTo(end);
        Refused.with(
                Reason.WRONG_STATE, () -> side.send(new HandleFraudCase("c1", "case-1", DAY, "doc 2", null), REVIEWER));
    }
}
