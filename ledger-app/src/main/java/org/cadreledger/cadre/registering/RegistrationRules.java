package org.cadreledger.cadre.registering;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.cadreledger.cadre.CadreEvent.CadreChanged;
import org.cadreledger.cadre.CadreEvent.CadreRegistered;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.RegisterCadre.Outcome;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.cadre.register.CadreFile.Particulars;
import org.cadreledger.cadre.registering.RegistrationPlan.Noted;
import org.cadreledger.checks.Problems;
import org.cadreledger.ledger.PendingItem;
import org.jspecify.annotations.Nullable;

/** What a registration must be like, and what it comes to: new, changed, transferred or nothing. Pure. */
final class RegistrationRules {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_PLACE = 200;

    /** A date further ahead is a typing error. */
    private static final int MOST_YEARS_AHEAD = 1;

    private RegistrationRules() {}

    /** The command with blank texts as missing and no white space around the others. */
    static RegisterCadre tidy(RegisterCadre command) {
        return new RegisterCadre(
                command.cadreId(),
                command.name().strip(),
                command.jurisdiction(),
                command.category(),
                command.unit().strip(),
                command.post().strip(),
                tidy(command.rank()),
                tidy(command.group()),
                command.registeredOn(),
                command.since());
    }

    static void check(RegisterCadre command, LocalDate today, Problems problems) {
        problems.id("cadreId", command.cadreId());
        problems.text("name", command.name(), LONGEST_NAME);
        problems.text("unit", command.unit(), LONGEST_PLACE);
        problems.text("post", command.post(), LONGEST_PLACE);
        problems.optionalText("rank", command.rank(), LONGEST_NAME);
        problems.optionalText("group", command.group(), LONGEST_NAME);
        date(problems, "registeredOn", command.registeredOn(), today);
        LocalDate since = command.since();
        if (since != null && date(problems, "since", since, today)) {
            problems.require(!since.isBefore(command.registeredOn()), "since", "before-registration");
        }
    }

    /**
     * @param luggage what a transfer takes along; asked for only then
     * @throws org.cadreledger.refusal.Refusal for a {@code since} that the history does not allow
     */
    static RegistrationPlan plan(RegisterCadre command, CadreFile file, LocalDate today, Supplier<Luggage> luggage) {
        if (!file.exists()) {
            return new RegistrationPlan(
                    Outcome.CREATED, List.of(new Noted(registered(command), command.jurisdiction())));
        }
        Particulars now = file.current();
        if (says(now, command)) {
            return RegistrationPlan.UNCHANGED;
        }
        LocalDate since = Objects.requireNonNullElse(command.since(), later(today, command.registeredOn()));
        if (command.jurisdiction().equals(now.jurisdiction())) {
            requireSince(since, joined(file), "before-transfer");
            return new RegistrationPlan(
                    Outcome.CHANGED, List.of(new Noted(changed(command, since), command.jurisdiction())));
        }
        requireSince(since, latest(file), "before-last-change");
        return transfer(command, now, since, luggage.get());
    }

    /** The same content is a repeat; only an earlier {@code since} says something new. */
    private static boolean says(Particulars now, RegisterCadre command) {
        LocalDate since = command.since();
        return command.jurisdiction().equals(now.jurisdiction())
                && command.name().equals(now.name())
                && command.category() == now.category()
                && command.unit().equals(now.unit())
                && command.post().equals(now.post())
                && Objects.equals(command.rank(), now.rank())
                && Objects.equals(command.group(), now.group())
                && command.registeredOn().equals(now.registeredOn())
                && (since == null || !since.isBefore(now.since()));
    }

    private static RegistrationPlan transfer(RegisterCadre command, Particulars now, LocalDate since, Luggage luggage) {
        String from = Objects.requireNonNull(now.jurisdiction());
        CadreTransferredOut out = new CadreTransferredOut(
                command.cadreId(),
                from,
                command.jurisdiction(),
                since,
                luggage.openItems().stream().map(PendingItem::itemId).toList());
        CadreTransferredIn in = new CadreTransferredIn(
                command.cadreId(),
                command.jurisdiction(),
                from,
                command.category(),
                command.unit(),
                command.post(),
                command.rank(),
                command.group(),
                command.registeredOn(),
                since,
                luggage.absences(),
                luggage.entriesFrom(since.getYear() - 1),
                luggage.openItems(),
                command.name());
        return new RegistrationPlan(
                Outcome.CHANGED, List.of(new Noted(out, from), new Noted(in, command.jurisdiction())));
    }

    private static CadreRegistered registered(RegisterCadre c) {
        return new CadreRegistered(
                c.cadreId(),
                c.jurisdiction(),
                c.category(),
                c.unit(),
                c.post(),
                c.rank(),
                c.group(),
                c.registeredOn(),
                c.name());
    }

    private static CadreChanged changed(RegisterCadre c, LocalDate since) {
        return new CadreChanged(
                c.cadreId(),
                c.jurisdiction(),
                c.category(),
                c.unit(),
                c.post(),
                c.rank(),
                c.group(),
                c.registeredOn(),
                since,
                c.name());
    }

    /** The day on which the cadre came to its present county by a transfer; null when it always was there. */
    private static @Nullable LocalDate joined(CadreFile file) {
        return file.particulars().stream()
                .filter(fact -> fact.jurisdiction() == null)
                .map(Particulars::since)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable LocalDate latest(CadreFile file) {
        return file.particulars().stream()
                .map(Particulars::since)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static void requireSince(LocalDate since, @Nullable LocalDate earliest, String code) {
        if (earliest != null) {
            Problems problems = new Problems();
            problems.require(!since.isBefore(earliest), "since", code, earliest);
            problems.refuse();
        }
    }

    private static boolean date(Problems problems, String field, LocalDate date, LocalDate today) {
        return problems.date(field, date)
                && problems.require(!date.isAfter(today.plusYears(MOST_YEARS_AHEAD)), field, "too-far-ahead");
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
