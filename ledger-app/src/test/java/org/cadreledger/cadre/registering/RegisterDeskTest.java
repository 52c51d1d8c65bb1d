package org.cadreledger.cadre.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.registerbed.RegisterSide.REVIEWER;
import static org.cadreledger.registerbed.RegisterSide.cadre;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.CadreEvent.AbsenceRecorded;
import org.cadreledger.cadre.CadreEvent.CadreChanged;
import org.cadreledger.cadre.CadreEvent.CadreRegistered;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.RecordAbsence;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.RegisterCadre.Outcome;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.LedgerEvent.BonusClaimed;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.registerbed.Refused;
import org.cadreledger.registerbed.RegisterSide;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterDeskTest {
    private static final Actor OF_J2 = new Actor("r2", Set.of(Role.REVIEWER), null, "j2", null);
    private final RegisterSide side = new RegisterSide().county("j1").county("j2");

    private Outcome register(RegisterCadre command) {
        return side.send(command, REVIEWER).outcome();
    }

    @Test
    void a_new_cadre_is_registered_and_a_repeat_writes_nothing() {
        assertThat(register(cadre("c1", "j1"))).isEqualTo(Outcome.CREATED);
        assertThat(side.lastCommit().getFirst()).isInstanceOf(CadreRegistered.class);
        long end = side.end();
        assertThat(register(cadre("c1", "j1"))).isEqualTo(Outcome.UNCHANGED);
        assertThat(register(cadre("c1", "j1", "unit-1", "2026-01-01"))).isEqualTo(Outcome.UNCHANGED);
        assertThat(side.end()).isEqualTo(end);
    }

    @Test
    void a_change_holds_from_the_day_given_or_from_today() {
        register(cadre("c1", "j1"));
        assertThat(register(cadre("c1", "j1", "unit-2", "2026-01-01"))).isEqualTo(Outcome.CHANGED);
        assertThat(register(cadre("c1", "j1", "unit-2", "2026-01-01"))).isEqualTo(Outcome.UNCHANGED);
        register(cadre("c1", "j1", "unit-3", null));
        assertThat(((CadreChanged) side.lastCommit().getFirst()).since()).isEqualTo("2026-03-15");
        assertThat(side.folds.cadre("c1").on(LocalDate.parse("2026-02-01"), Long.MAX_VALUE))
                .hasValueSatisfying(at -> assertThat(at.unit()).isEqualTo("unit-2"));
    }

    @Test
    void every_bad_field_is_named() {
        RegisterCadre bad = new RegisterCadre(
                "c1",
                " ",
                "j1",
                Category.SECTION,
                "u".repeat(201),
                "",
                null,
                null,
                LocalDate.parse("2205-01-01"),
                LocalDate.parse("2026-01-01"));
        Refused.fields(
                () -> register(bad),
                "name: required",
                "unit: too-long",
                "post: required",
                "registeredOn: too-far-ahead",
                "since: before-registration");
        Refused.fields(() -> register(cadre("c 1", "j1")), "cadreId: bad-id");
        Refused.fields(() -> register(cadre("c1", "j9")), "jurisdiction: unknown");
    }

    @Test
    void staff_of_one_county_register_only_there_and_cannot_take_from_another() {
        Refused.with(Reason.OTHER_JURISDICTION, () -> side.send(cadre("c1", "j1"), OF_J2));
        register(cadre("c1", "j1"));
        Refused.with(Reason.OTHER_JURISDICTION, () -> side.send(cadre("c1", "j2"), OF_J2));
    }

    @Test
    void a_transfer_tells_both_counties_in_one_commit_and_takes_along_what_counts_and_what_waits() {
        register(cadre("c1", "j1"));
        side.send(absence("a1", "2026-02-01", null, false), REVIEWER);
        given(2026, claimed("open", "2026-02"), claimed("e1", "2026-01"), approved("e1", "2026-01"));
        given(2026, claimed("e2", "2026-01"), approved("e2", "2026-01"), reversed("e2"));
        side.closed("j1", "2026-01");
        given(2026, claimed("late", "2026-01"), approved("late", "2026-01"));

        assertThat(register(cadre("c1", "j2", "unit-9", "2026-03-01"))).isEqualTo(Outcome.CHANGED);

        assertThat(side.lastRecords()).extracting(r -> r.jurisdiction()).containsExactly("j1", "j2");
        assertThat(side.lastCommit().getFirst())
                .isEqualTo(new CadreTransferredOut("c1", "j1", "j2", LocalDate.parse("2026-03-01"), List.of("open")));
        CadreTransferredIn in = (CadreTransferredIn) side.lastCommit().get(1);
        assertThat(in.absences()).extracting(Absence::absenceId).containsExactly("a1");
        assertThat(in.openItems()).extracting(PendingItem::itemId).containsExactly("open");
        assertThat(in.entries())
                .extracting(entry -> entry.entryId() + " " + entry.countsIn() + " " + entry.fixed())
                .containsExactly("e1 2026-01 true", "late 2026-02 true");
        assertThat(in.unit()).isEqualTo("unit-9");
    }

    @Test
    void a_transfer_takes_entries_from_the_year_before_on() {
        side.given(
                Streams.jurisdiction("j1"),
                "j1",
                new org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined(
                        "j1", "County", "Asia/Shanghai", 5, Month.parse("2024-01"), false));
        register(new RegisterCadre(
                "c1", "n", "j1", Category.RESERVE, "u", "p", null, null, LocalDate.parse("2024-01-01"), null));
        given(2024, claimed("old", "2024-12"), approved("old", "2024-12"));
        given(2025, claimed("last", "2025-01"), approved("last", "2025-01"));
        register(cadre("c1", "j2", "unit-9", "2026-03-01"));
        CadreTransferredIn in = (CadreTransferredIn) side.lastCommit().get(1);
        assertThat(in.entries()).extracting(Entry::entryId).containsExactly("last");
    }

    @Test
    void a_transfer_or_change_cannot_reach_behind_the_history() {
        register(cadre("c1", "j1"));
        register(cadre("c1", "j2", "unit-9", "2026-03-01"));
        Refused.fields(() -> register(cadre("c1", "j2", "unit-8", "2026-02-01")), "since: before-transfer");
        Refused.fields(() -> register(cadre("c1", "j1", "unit-8", "2026-02-01")), "since: before-last-change");
        assertThat(register(cadre("c1", "j1", "unit-8", "2026-03-10"))).isEqualTo(Outcome.CHANGED);
    }

    @Test
    void an_absence_is_recorded_repeated_and_replaced() {
        register(cadre("c1", "j1"));
        side.send(absence("a1", "2026-02-01", null, false), REVIEWER);
        long end = side.end();
        side.send(absence("a1", "2026-02-01", null, false), REVIEWER);
        assertThat(side.end()).isEqualTo(end);
        Refused.with(Reason.ID_TAKEN, () -> side.send(absence("a1", "2026-02-01", "2026-02-20", false), REVIEWER));
        side.send(absence("a1", "2026-02-01", "2026-02-20", true), REVIEWER);
        assertThat(side.folds.cadre("c1").absence("a1").orElseThrow().to()).isEqualTo("2026-02-20");
        side.send(absence("a9", "2026-02-01", null, true), REVIEWER);
    }

    @Test
    void an_absence_ends_after_it_begins_and_needs_a_cadre() {
        Refused.with(Reason.UNKNOWN_CADRE, () -> side.send(absence("a1", "2026-02-01", null, false), REVIEWER));
        register(cadre("c1", "j1"));
        Refused.fields(() -> side.send(absence("a1", "2026-02-01", "2026-01-31", false), REVIEWER), "to: before-from");
        Refused.with(Reason.OTHER_JURISDICTION, () -> side.send(absence("a1", "2026-02-01", null, false), OF_J2));
    }

    @Test
    void an_absence_without_an_id_gets_one() {
        register(cadre("c1", "j1"));
        String id = side.send(
                        new RecordAbsence("c1", null, Absence.Kind.LEAVE, LocalDate.parse("2026-02-01"), null, false),
                        REVIEWER)
                .absenceId();
        assertThat(id).hasSize(20);
        assertThat(side.lastCommit().getFirst()).isInstanceOf(AbsenceRecorded.class);
    }

    @Test
    void an_absence_recorded_after_a_transfer_is_told_to_the_county_where_it_began_too() {
        register(cadre("c1", "j1"));
        register(cadre("c1", "j2", "unit-9", "2026-03-01"));
        side.send(absence("a1", "2026-02-01", null, false), REVIEWER);
        assertThat(side.lastRecords()).extracting(r -> r.jurisdiction()).containsExactly("j2", "j1");
        side.send(absence("a2", "2026-03-01", null, false), REVIEWER);
        assertThat(side.lastRecords()).extracting(r -> r.jurisdiction()).containsExactly("j2");
    }

    private static RecordAbsence absence(String id, String from, @Nullable String to, boolean replace) {
        return new RecordAbsence(
                "c1", id, Absence.Kind.LEAVE, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), replace);
    }

    private void given(int year, Object... events) {
        side.given(Streams.ledger("c1", year), "j1", events);
    }

    private static BonusClaimed claimed(String id, String month) {
        return new BonusClaimed(
                "c1",
                id,
                Month.parse(month),
                "A7",
                null,
                1,
                Points.of(3),
                id,
                LocalDate.parse("2024-01-10"),
                List.of(),
                "account");
    }

    private static ClaimApproved approved(String id, String month) {
        Month declaredFor = Month.parse(month);
        Entry entry =
                new Entry(id, EntryKind.BONUS, "A7", null, null, 1, id, Points.of(3), declaredFor, declaredFor, false);
        return new ClaimApproved("c1", id, entry, null);
    }

    private static EntryReversed reversed(String id) {
        return new EntryReversed("c1", id, "wrong", false, null);
    }
}
