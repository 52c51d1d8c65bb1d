package org.cadreledger.cadre.registering;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.CadreEvent.AbsenceRecorded;
import org.cadreledger.cadre.RecordAbsence;
import org.cadreledger.cadre.RecordAbsence.AbsenceId;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.RegisterCadre.Registered;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.cadre.register.CadreFile.Particulars;
import org.cadreledger.cadre.registering.RegistrationPlan.Noted;
import org.cadreledger.checks.Problems;
import org.cadreledger.decisions.Decision;
import org.cadreledger.dispatch.Ids;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.keeping.Books;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Handles what the department enters into the register. */
@Component
public class RegisterDesk {
    private final Repository<RegisteredCadre> cadres;
    private final Registrations registrations;
    private final Books books;
    private final FreshFolds facts;

    public RegisterDesk(
            Repository<RegisteredCadre> cadres, Registrations registrations, Books books, FreshFolds facts) {
        this.cadres = cadres;
        this.registrations = registrations;
        this.books = books;
        this.facts = facts;
    }

    @CommandHandler
    Registered handle(RegisterCadre command, CommandContext context) throws Exception {
        Aggregate<RegisteredCadre> cadre = load(command.cadreId());
        holdBooksBeforeTransfer(command, context);
        RegistrationPlan plan = registrations.plan(command, context.actor(), context.now());
        note(cadre, plan.events());
        return new Registered(command.cadreId(), plan.outcome());
    }

    @CommandHandler
    AbsenceId handle(RecordAbsence command, CommandContext context) throws Exception {
        Aggregate<RegisteredCadre> cadre = load(command.cadreId());
        CadreFile file = facts.cadre(command.cadreId());
        if (!file.exists()) {
            throw Refusal.of(Reason.UNKNOWN_CADRE, command.cadreId());
        }
        String county = Objects.requireNonNull(file.current().jurisdiction());
        Registrations.requireReach(context.actor(), county);
        String id = Objects.requireNonNullElseGet(command.absenceId(), () -> Ids.from(context.key(), "absence"));
        Absence absence = new Absence(id, command.kind(), command.from(), command.to());
        AbsenceRules.check(absence);
        if (AbsenceRules.says(file, absence, command.replace())) {
            AbsenceRecorded recorded = new AbsenceRecorded(command.cadreId(), absence);
            note(
                    cadre,
                    counties(file, absence.from()).stream()
                            .map(concerned -> new Noted(recorded, concerned))
                            .toList());
        }
        return new AbsenceId(id);
    }

    /**
     * What is decided in the cadre's books waits until a transfer is written and then sees the new county: what a
     * transfer takes along must be complete.
     */
    private void holdBooksBeforeTransfer(RegisterCadre command, CommandContext context) {
        CadreFile file = facts.cadre(command.cadreId());
        if (file.exists() && !command.jurisdiction().equals(file.current().jurisdiction())) {
            LedgerFacts known = books.facts(command.cadreId(), context);
            for (int year : known.ledgers().years()) {
                books.decide(known, year, _ -> Decision.repeat(Done.DONE));
            }
        }
    }

    /** The present county, and those left after the day: a late record concerns their boards too. */
    private static Set<String> counties(CadreFile file, LocalDate from) {
        Set<String> concerned = new LinkedHashSet<>();
        concerned.add(Objects.requireNonNull(file.current().jurisdiction()));
        List<Particulars> facts = file.particulars();
        for (int i = 1; i < facts.size(); i++) {
            String left = facts.get(i - 1).jurisdiction();
            if (facts.get(i).jurisdiction() == null
                    && left != null
                    && from.isBefore(facts.get(i).since())) {
                concerned.add(left);
            }
        }
        return concerned;
    }

    private Aggregate<RegisteredCadre> load(String cadreId) throws Exception {
        Problems problems = new Problems();
        problems.id("cadreId", cadreId);
        problems.refuse();
        return cadres.loadOrCreate(Streams.cadre(cadreId), () -> new RegisteredCadre(cadreId));
    }

    private static void note(Aggregate<RegisteredCadre> cadre, List<Noted> events) {
        if (!events.isEmpty()) {
            cadre.execute(register -> events.forEach(noted -> register.note(noted.event(), noted.jurisdiction())));
        }
    }
}
