package org.cadreledger.cadre.registering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.checks.Problems;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans registrations on fresh facts; also the dry run of an import, which writes nothing. */
@Component
public class Registrations {
    private final FreshFolds facts;

    public Registrations(FreshFolds facts) {
        this.facts = facts;
    }

    /** @throws Refusal as the command would be refused now */
    public void check(RegisterCadre command, Actor actor, Instant now) {
        plan(command, actor, now);
    }

    /**
     * What a registration would come to.
     *
     * @param before the particulars that stand; null for a cadre that nobody registered
     */
    public record Foreseen(RegisterCadre.Outcome outcome, CadreFile.@Nullable Particulars before) {}

    /** @throws Refusal as the command would be refused now */
    public Foreseen foresee(RegisterCadre command, Actor actor, Instant now) {
        RegistrationPlan plan = plan(command, actor, now);
        CadreFile file = facts.cadre(command.cadreId());
        return new Foreseen(plan.outcome(), file.exists() ? file.current() : null);
    }

    RegistrationPlan plan(RegisterCadre raw, Actor actor, Instant now) {
        RegisterCadre command = RegistrationRules.tidy(raw);
        Problems problems = new Problems();
        boolean named = problems.id("jurisdiction", command.jurisdiction());
        County county = named ? facts.county(command.jurisdiction()) : County.NONE;
        problems.require(!named || county.exists(), "jurisdiction", "unknown", command.jurisdiction());
        problems.refuse();
        requireReach(actor, command.jurisdiction());
        LocalDate today = county.today(now);
        RegistrationRules.check(command, today, problems);
        problems.refuse();
        CadreFile file = facts.cadre(command.cadreId());
        if (file.exists()) {
            requireReach(actor, Objects.requireNonNull(file.current().jurisdiction()));
        }
        return RegistrationRules.plan(command, file, today, () -> luggage(command.cadreId(), file, now));
    }

    private Luggage luggage(String cadreId, CadreFile file, Instant now) {
        String present = Objects.requireNonNull(file.current().jurisdiction());
        return Luggage.of(
                file,
                facts.ledgers(cadreId, now),
                (posted, entry) -> facts.periods(Objects.requireNonNullElse(posted.jurisdiction(), present), now)
                        .countingMonth(entry, posted.guard()));
    }

    /** Staff of one county act only there (http-api.md); a transfer is an act in both. */
    static void requireReach(Actor actor, String jurisdiction) {
        if (!actor.actsIn(jurisdiction)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION, jurisdiction);
        }
    }
}
