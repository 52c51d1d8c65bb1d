package org.cadreledger.jurisdiction.defining;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.checks.Problems;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.DefineJurisdiction;
import org.cadreledger.jurisdiction.DefineJurisdiction.Defined;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.jurisdiction.SetHolidays;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Handles what the catalogue administrators settle for a county. */
@Component
public class CountyDesk {
    private final Repository<CountySettings> counties;
    private final FreshFolds facts;

    public CountyDesk(Repository<CountySettings> counties, FreshFolds facts) {
        this.counties = counties;
        this.facts = facts;
    }

    @CommandHandler
    Defined handle(DefineJurisdiction command, CommandContext context) throws Exception {
        requireReach(context.actor(), command.jurisdiction());
        Aggregate<CountySettings> settings = load(command.jurisdiction());
        return settings.invoke(county -> {
            County before = county.county();
            JurisdictionDefined defined = CountyRules.define(
                    command,
                    before,
                    () -> !facts.periods(command.jurisdiction(), context.now())
                            .closings()
                            .isEmpty(),
                    context.now());
            county.note(defined);
            return new Defined(
                    !before.exists(),
                    defined.jurisdiction(),
                    defined.name(),
                    defined.zone(),
                    defined.objectionDays(),
                    defined.firstMonth(),
                    defined.publicBoard());
        });
    }

    @CommandHandler
    Done handle(SetHolidays command, CommandContext context) throws Exception {
        requireReach(context.actor(), command.jurisdiction());
        load(command.jurisdiction()).execute(county -> {
            if (!county.county().exists()) {
                throw Refusal.of(Reason.UNKNOWN_JURISDICTION, command.jurisdiction());
            }
            county.note(CountyRules.holidays(command));
        });
        return Done.DONE;
    }

    private Aggregate<CountySettings> load(String jurisdiction) throws Exception {
        Problems problems = new Problems();
        problems.id("jurisdiction", jurisdiction);
        problems.refuse();
        return counties.loadOrCreate(Streams.jurisdiction(jurisdiction), () -> new CountySettings(jurisdiction));
    }

    private static void requireReach(Actor actor, String jurisdiction) {
        if (!actor.actsIn(jurisdiction)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION, jurisdiction);
        }
    }
}
