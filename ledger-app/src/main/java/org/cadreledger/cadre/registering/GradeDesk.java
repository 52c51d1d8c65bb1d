package org.cadreledger.cadre.registering;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.cadreledger.access.CommandContext;
import org.cadreledger.cadre.CadreEvent.GradeRecorded;
import org.cadreledger.cadre.Grade;
import org.cadreledger.cadre.RecordGrade;
import org.cadreledger.cadre.RecordGrade.Graded;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.checks.Problems;
import org.cadreledger.dispatch.Ids;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.ledger.state.CadreLedgers;
import org.cadreledger.ledger.state.PostedEntry;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Handles annual grades: the record in the register and what it posts to the next year's books, in one commit. */
@Component
public class GradeDesk {
    private static final String REVERSAL_REASON = "grade changed";

    private final Repository<RegisteredCadre> cadres;
    private final LedgerBooks books;
    private final FreshFolds facts;

    GradeDesk(Repository<RegisteredCadre> cadres, LedgerBooks books, FreshFolds facts) {
        this.cadres = cadres;
        this.books = books;
        this.facts = facts;
    }

    @CommandHandler
    Graded handle(RecordGrade command, CommandContext context) throws Exception {
        Problems problems = new Problems();
        problems.id("cadreId", command.cadreId());
        problems.refuse();
        String cadreId = command.cadreId();
        Aggregate<RegisteredCadre> cadre = cadres.loadOrCreate(Streams.cadre(cadreId), RegisteredCadre::new);
        String jurisdiction = requireCadre(command, context);
        County county = facts.county(jurisdiction);
        GradeRules.check(command.year(), county.today(context.now()).getYear());
        books.hold(cadreId, Set.of(command.year() + 1));
        CadreFile file = facts.cadre(cadreId);
        Optional<Entry> standing = postings(cadreId, command.year() + 1).of(command.year());
        Grade before = file.grades().get(command.year());
        if (command.grade() == before) {
            return new Graded(
                    command.year(),
                    command.grade(),
                    standing.map(Entry::entryId).orElse(null));
        }
        cadre.execute(
                register -> register.note(new GradeRecorded(cadreId, command.year(), command.grade()), jurisdiction));
        if (standing.isPresent()) {
            reverse(cadreId, command.year() + 1, standing.get().entryId(), file, context.now());
        }
        return new Graded(
                command.year(),
                command.grade(),
                post(command, context, county, standing.map(Entry::entryId).orElse(null)));
    }

    private String requireCadre(RecordGrade command, CommandContext context) {
        CadreFile file = facts.cadre(command.cadreId());
        if (!file.exists()) {
            throw Refusal.of(Reason.UNKNOWN_CADRE, command.cadreId());
        }
        String jurisdiction = Objects.requireNonNull(file.current().jurisdiction());
        Registrations.requireReach(context.actor(), jurisdiction);
        if (context.actor().is(command.cadreId())) {
            throw Refusal.of(Reason.FOUR_EYES);
        }
        return jurisdiction;
    }

    private @Nullable String post(RecordGrade command, CommandContext context, County county, @Nullable String reversed)
            throws Exception {
        String jurisdiction = county.settings().jurisdiction();
        Optional<String> rule = GradeRules.rule(command.grade());
        Optional<Month> month =
                GradeRules.month(command.year(), county.settings().firstMonth());
        if (rule.isEmpty() || month.isEmpty() || isCounted(command, rule.get(), reversed, context.now())) {
            return null;
        }
        Optional<Catalogue> catalogue = facts.catalogues().inForce(month.get(), jurisdiction);
        Optional<Entry> entry = catalogue.flatMap(inForce -> GradeRules.entry(
                Ids.from(context.key(), "grade"),
                rule.get(),
                command.year(),
                month.get(),
                inForce,
                facts.periods(jurisdiction, context.now())::isClosed));
        if (entry.isEmpty()) {
            return null;
        }
        append(command, entry.get(), jurisdiction);
        return entry.get().entryId();
    }

    private void append(RecordGrade command, Entry entry, String jurisdiction) throws Exception {
        int year = command.year() + 1;
        String cadreId = command.cadreId();
        books.append(cadreId, year, new GradePosted(cadreId, entry.entryId(), entry, command.year()), jurisdiction);
        int countsIn = entry.countsIn().year();
        if (countsIn != year) {
            books.append(
                    cadreId, countsIn, new EntryBroughtForward(cadreId, entry.entryId(), year, entry), jurisdiction);
        }
    }

    /** Once a year: nothing is posted beside an entry of the rule that counts there already. */
    private boolean isCounted(RecordGrade command, String rule, @Nullable String reversed, Instant now) {
        CadreLedgers ledgers = facts.ledgers(command.cadreId(), now);
        return ledgers.entries()
                .filter(PostedEntry::counts)
                .map(PostedEntry::entry)
                .filter(entry -> !entry.entryId().equals(reversed))
                .anyMatch(entry ->
                        rule.equals(entry.rule()) && entry.declaredFor().year() == command.year() + 1);
    }

    /** Once for each county whose projections hold the entry. */
    private void reverse(String cadreId, int year, String entryId, CadreFile file, Instant now) throws Exception {
        Set<String> holders = new LinkedHashSet<>();
        Optional<PostedEntry> posted = facts.ledgers(cadreId, now).entry(entryId);
        posted.map(PostedEntry::jurisdiction).ifPresent(holders::add);
        long since = posted.map(PostedEntry::guard).orElse(Long.MAX_VALUE);
        file.particulars().stream()
                .filter(fact -> fact.guard() > since && fact.jurisdiction() != null)
                .forEach(fact -> holders.add(Objects.requireNonNull(fact.jurisdiction())));
        holders.add(Objects.requireNonNull(file.current().jurisdiction()));
        for (String holder : holders) {
            books.append(cadreId, year, new EntryReversed(cadreId, entryId, REVERSAL_REASON, false, null), holder);
        }
    }

    private GradePostings postings(String cadreId, int year) {
        return facts.fold("grade-postings", Streams.ledger(cadreId, year), GradePostings.NONE, GradePostings::evolve);
    }
}
