package org.cadreledger.ledger.keeping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.cadreledger.access.CommandContext;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.decisions.Decision;
import org.cadreledger.decisions.Decision.Filed;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.ledger.keeping.Counting.Keeper;
import org.cadreledger.ledger.state.CadreLedgers;
import org.cadreledger.ledger.state.LedgerBook;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Where decisions about cadres' books meet their facts and their aggregates. For use within a unit of work. */
@Component
public class Books {
    private final Repository<CadreLedger> ledgers;
    private final FreshFolds folds;

    public Books(Repository<CadreLedger> ledgers, FreshFolds folds) {
        this.ledgers = ledgers;
        this.folds = folds;
    }

    /** @throws Refusal UNKNOWN_CADRE, or UNKNOWN_JURISDICTION when its county is not defined */
    public LedgerFacts facts(String cadreId, CommandContext context) {
        CadreFile file = folds.cadre(cadreId);
        String jurisdiction = file.exists() ? file.current().jurisdiction() : null;
        if (jurisdiction == null) {
            throw Refusal.of(Reason.UNKNOWN_CADRE, cadreId);
        }
        County county = folds.county(jurisdiction);
        if (!county.exists()) {
            throw Refusal.of(Reason.UNKNOWN_JURISDICTION, jurisdiction);
        }
        return new LedgerFacts(
                context,
                cadreId,
                file,
                county,
                folds.catalogues(),
                folds.periods(county, context.now()),
                left(file, jurisdiction, context),
                folds.ledgers(cadreId, file, context.now()));
    }

    private Map<String, Keeper> left(CadreFile file, String present, CommandContext context) {
        Map<String, Keeper> left = new HashMap<>();
        for (CadreFile.Particulars known : file.particulars()) {
            String code = known.jurisdiction();
            if (code != null && !code.equals(present) && !left.containsKey(code)) {
                County county = folds.county(code);
                left.put(code, new Keeper(county, folds.periods(county, context.now())));
            }
        }
        return left;
    }

    /** Decides in the books that hold the claim. */
    public <R> R onClaim(
            String cadreId,
            String claimId,
            CommandContext context,
            Function<LedgerFacts, Decision<LedgerEvent, R>> rule) {
        return on(cadreId, context, known -> known.ofClaim(claimId), Reason.UNKNOWN_CLAIM, claimId, rule);
    }

    /** Decides in the books that hold what the department entered. */
    public <R> R onDeduction(
            String cadreId, String id, CommandContext context, Function<LedgerFacts, Decision<LedgerEvent, R>> rule) {
        return on(cadreId, context, known -> known.ofDeduction(id), Reason.UNKNOWN_DEDUCTION, id, rule);
    }

    private <R> R on(
            String cadreId,
            CommandContext context,
            Function<CadreLedgers, Optional<LedgerBook>> holder,
            Reason unknown,
            String id,
            Function<LedgerFacts, Decision<LedgerEvent, R>> rule) {
        LedgerFacts facts = facts(cadreId, context);
        LedgerBook book = holder.apply(facts.ledgers()).orElseThrow(() -> Refusal.of(unknown, id));
        return decide(facts, book.year(), rule);
    }

    /**
     * Decides in the books of a year, and notes entries that count in another year there, in the same commit.
     *
     * @param rule is given the facts as they are once nobody else can write to these books: a transfer holds all books of
     *     the cadre, so what waited for it decides in the new county
     */
    public <R> R decide(LedgerFacts facts, int year, Function<LedgerFacts, Decision<LedgerEvent, R>> rule) {
        Aggregate<CadreLedger> books = load(facts.cadreId(), year);
        Decision<LedgerEvent, R> decision = books.invoke(ledger -> {
            LedgerFacts now = facts(facts.cadreId(), facts.context());
            Decision<LedgerEvent, R> decided = rule.apply(now.with(ledger.book()));
            decided.events().forEach(filed -> ledger.file(filed.event(), facts.by(), filed.jurisdiction()));
            return decided;
        });
        decision.events().forEach(filed -> bringForward(filed, year, facts.by()));
        return decision.result();
    }

    private void bringForward(Filed<LedgerEvent> filed, int year, String by) {
        entryOf(filed.event()).filter(entry -> entry.countsIn().year() != year).ifPresent(entry -> {
            String cadreId = filed.event().cadreId();
            load(cadreId, entry.countsIn().year())
                    .execute(ledger -> ledger.file(
                            new EntryBroughtForward(cadreId, entry.entryId(), year, entry), by, filed.jurisdiction()));
        });
    }

    private static Optional<Entry> entryOf(LedgerEvent event) {
        return switch (event) {
            case LedgerEvent.ClaimApproved e -> Optional.of(e.entry());
            case LedgerEvent.DeductionConfirmed e -> Optional.of(e.entry());
            case LedgerEvent.GradePosted e -> Optional.of(e.entry());
            case LedgerEvent.CorrectionPosted e -> Optional.of(e.entry());
            default -> Optional.empty();
        };
    }

    private Aggregate<CadreLedger> load(String cadreId, int year) {
        try {
            return ledgers.loadOrCreate(Streams.ledger(cadreId, year), () -> new CadreLedger(cadreId, year));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot open the books of " + cadreId + " for " + year, e);
        }
    }
}
