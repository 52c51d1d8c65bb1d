package org.cadreledger.cadre.registering;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.cadreledger.access.CommandContext;
import org.cadreledger.cadre.CadreEvent.GradeRecorded;
import org.cadreledger.cadre.RecordGrade;
import org.cadreledger.cadre.RecordGrade.Graded;
import org.cadreledger.checks.Problems;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.keeping.Books;
import org.cadreledger.ledger.keeping.FourEyes;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.springframework.stereotype.Component;

/** Handles annual grades: the record in the register and what it posts to the next year's books, in one commit. */
@Component
public class GradeDesk {
    private final Repository<RegisteredCadre> cadres;
    private final Books books;
    private final FreshFolds folds;

    public GradeDesk(Repository<RegisteredCadre> cadres, Books books, FreshFolds folds) {
        this.cadres = cadres;
        this.books = books;
        this.folds = folds;
    }

    @CommandHandler
    Graded handle(RecordGrade command, CommandContext context) throws Exception {
        Problems problems = new Problems();
        problems.id("cadreId", command.cadreId());
        problems.refuse();
        String cadreId = command.cadreId();
        Aggregate<RegisteredCadre> cadre =
                cadres.loadOrCreate(Streams.cadre(cadreId), () -> new RegisteredCadre(cadreId));
        LedgerFacts facts = books.facts(cadreId, context);
        FourEyes.requireReach(context.actor(), facts.jurisdiction());
        FourEyes.requireOther(context.actor(), cadreId);
        GradeRules.check(command.year(), facts.today().getYear());
        Optional<Entry> standing = folds.fold(
                        "grade-postings",
                        Streams.ledger(cadreId, command.year() + 1),
                        GradePostings.NONE,
                        GradePostings::evolve)
                .of(command.year());
        if (command.grade() == facts.file().grades().get(command.year())) {
            return new Graded(
                    command.year(),
                    command.grade(),
                    standing.map(Entry::entryId).orElse(null));
        }
        Graded graded = books.decide(
                facts, command.year() + 1, known -> GradeRules.post(command, known, standing.orElse(null)));
        cadre.execute(register ->
                register.note(new GradeRecorded(cadreId, command.year(), command.grade()), facts.jurisdiction()));
        return graded;
    }
}
