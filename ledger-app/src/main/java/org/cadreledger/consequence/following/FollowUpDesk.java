package org.cadreledger.consequence.following;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.consequence.ConfirmPriority;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseHandled;
import org.cadreledger.consequence.ConsequenceEvent.PriorityConfirmed;
import org.cadreledger.consequence.Flag;
import org.cadreledger.consequence.HandleConsequence;
import org.cadreledger.consequence.HandleFraudCase;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.period.keeping.CaughtUp;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Handles what the department and the discipline commission record about flags and fraud cases. */
@Component
public class FollowUpDesk {
    private final Repository<CadreConsequences> followUps;
    private final FreshFolds facts;
    private final RaisedFlags flags;
    private final CaughtUp caughtUp;

    public FollowUpDesk(
            Repository<CadreConsequences> followUps, FreshFolds facts, RaisedFlags flags, CaughtUp caughtUp) {
        this.followUps = followUps;
        this.facts = facts;
        this.flags = flags;
        this.caughtUp = caughtUp;
    }

    @CommandHandler
    Done handle(ConfirmPriority command, CommandContext context) throws Exception {
        FollowUpRules.requireHandler(context.actor(), Flag.PRIORITY);
        FollowUpRules.requireOther(context.actor(), command.cadreId());
        requireCadre(command.cadreId());
        FollowUpRules.checkReason(command.reason());
        PriorityConfirmed confirmed = new PriorityConfirmed(command.cadreId(), command.year(), command.reason());
        caughtUp.await();
        load(command.cadreId()).execute(cadre -> {
            if (!cadre.repeats(confirmed)) {
                String county =
                        flags.priority(command.cadreId(), command.year()).county();
                requireReach(context, county);
                cadre.note(confirmed, county);
            }
        });
        return Done.DONE;
    }

    @CommandHandler
    Done handle(HandleConsequence command, CommandContext context) throws Exception {
        FollowUpRules.requireHandler(context.actor(), command.flag());
        FollowUpRules.requireOther(context.actor(), command.cadreId());
        CadreFile file = requireCadre(command.cadreId());
        FollowUpRules.check(
                command.on(),
                command.document(),
                command.note(),
                facts.county(presentCounty(file)).today(context.now()));
        ConsequenceHandled handled = new ConsequenceHandled(
                command.cadreId(), command.flag(), command.period(), command.on(), command.document(), command.note());
        caughtUp.await();
        load(command.cadreId()).execute(cadre -> {
            if (!cadre.repeats(handled)) {
                String county = flags.raised(command.cadreId(), command.flag(), command.period())
                        .county();
                requireReach(context, county);
                cadre.note(handled, county);
            }
        });
        return Done.DONE;
    }

    @CommandHandler
    Done handle(HandleFraudCase command, CommandContext context) throws Exception {
        FollowUpRules.requireCaseHandler(context.actor());
        FollowUpRules.requireOther(context.actor(), command.cadreId());
        CadreFile file = requireCadre(command.cadreId());
        load(command.cadreId()).execute(cadre -> {
            String county = cadre.countyOfCase(command.caseId()).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
            requireReach(context, county);
            FollowUpRules.check(
                    command.on(),
                    command.document(),
                    command.note(),
                    facts.county(presentCounty(file)).today(context.now()));
            FraudCaseHandled handled = new FraudCaseHandled(
                    command.cadreId(), command.caseId(), command.on(), command.document(), command.note());
            if (!cadre.repeats(handled)) {
                cadre.note(handled, county);
            }
        });
        return Done.DONE;
    }

    private Aggregate<CadreConsequences> load(String cadreId) throws Exception {
        return followUps.loadOrCreate(Streams.consequence(cadreId), () -> new CadreConsequences(cadreId));
    }

    private CadreFile requireCadre(String cadreId) {
        CadreFile file = facts.cadre(cadreId);
        if (!file.exists()) {
            throw Refusal.of(Reason.UNKNOWN_CADRE, cadreId);
        }
        return file;
    }

    private static String presentCounty(CadreFile file) {
        return Objects.requireNonNull(file.current().jurisdiction());
    }

    private static void requireReach(CommandContext context, String county) {
        if (!context.actor().actsIn(county)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION, county);
        }
    }
}
