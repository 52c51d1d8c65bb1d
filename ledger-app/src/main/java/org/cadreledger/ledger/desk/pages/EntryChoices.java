package org.cadreledger.ledger.desk.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.evidence.Evidence;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.points.Points;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the form of the department offers for what is in it: months, rules, cadres that were found. */
@Component
class EntryChoices {
    private static final int FOUND = 20;
    private static final int MONTHS = 6;

    private final Cadres cadres;
    private final FreshFolds folds;
    private final EvidenceAccess access;
    private final Reach reach;
    private final Clock clock;

    EntryChoices(Cadres cadres, FreshFolds folds, EvidenceAccess access, Reach reach, ObjectProvider<Clock> clock) {
        this.cadres = cadres;
        this.folds = folds;
        this.access = access;
        this.reach = reach;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** @param value of {@link EntryForm#what()}; {@code level} null where the rule has none */
    public record Choice(
            String value,
            String code,
            @Nullable String name,
            @Nullable String level,
            Points points) {}

    /** A cadre; without particulars when it is not in the register. */
    public record Chosen(String cadreId, Cadres.@Nullable Listed cadre, String role) {
        public String name() {
            return cadre == null || cadre.name() == null ? cadreId : cadre.name();
        }
    }

    /**
     * The form with its choices.
     *
     * @param months open ones, the latest first
     * @param found null when nothing was searched
     */
    public record View(
            EntryForm form,
            List<Month> months,
            List<Choice> deductions,
            List<Choice> items,
            List<Choice> bonuses,
            List<Chosen> chosen,
            List<Evidence> evidence,
            Cadres.@Nullable Matches found,
            List<Cadres.UnitSize> units,
            LocalDate today) {
        public boolean isChosen(String cadreId) {
            return form.cadres().contains(cadreId);
        }
    }

    View of(EntryForm sent, Actor actor) {
        String code = county(sent, actor);
        County county = code == null ? County.NONE : folds.county(code);
        LocalDate today = county.exists() ? county.today(clock.instant()) : LocalDate.now(clock);
        List<Month> months = months(county, today);
        EntryForm form = sent.month().isEmpty() ? sent.in(months.getFirst().toString()) : sent;
        Optional<Catalogue> catalogue = code == null
                ? Optional.empty()
                : folds.catalogues().inForce(month(form).orElse(months.getFirst()), code);
        return new View(
                form,
                months,
                catalogue
                        .map(one -> rules(one, Catalogue.Kind.DEDUCTION, "deduct:"))
                        .orElse(List.of()),
                catalogue.map(EntryChoices::items).orElse(List.of()),
                catalogue.map(one -> rules(one, Catalogue.Kind.BONUS, "bonus:")).orElse(List.of()),
                form.cadres().stream().map(id -> chosen(id, form, actor)).toList(),
                form.evidence().stream()
                        .flatMap(id -> access.find(actor, id).stream())
                        .toList(),
                found(form, actor),
                cadres.units(reach.countyOrAll(actor, null)),
                today);
    }

    /** The user's own, or that of the first cadre chosen for those who act everywhere. */
    private @Nullable String county(EntryForm form, Actor actor) {
        String own = reach.countyOrAll(actor, null);
        return own != null
                ? own
                : form.cadres().stream()
                        .flatMap(id -> cadres.find(id).stream())
                        .map(Cadres.Listed::jurisdiction)
                        .findFirst()
                        .orElse(null);
    }

    private List<Month> months(County county, LocalDate today) {
        Month current = Month.of(today);
        List<Month> months = new ArrayList<>();
        var periods = folds.periods(county, clock.instant());
        Month first = county.exists() ? county.settings().firstMonth() : current;
        for (Month month = current; months.size() < MONTHS && !month.isBefore(first); month = month.previous()) {
            if (!periods.isClosed(month)) {
                months.add(month);
            }
        }
        return months.isEmpty() ? List.of(current) : months;
    }

    private static Optional<Month> month(EntryForm form) {
        try {
            return Optional.of(Month.parse(form.month()));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // told when the form is sent
        }
    }

    private static List<Choice> rules(Catalogue catalogue, Catalogue.Kind kind, String prefix) {
        List<Choice> choices = new ArrayList<>();
        for (Catalogue.Rule rule : catalogue.rules()) {
            if (rule.kind() != kind) {
                continue;
            }
            String value = prefix + rule.code();
            Points points = rule.points();
            if (points != null) {
                choices.add(new Choice(value, rule.code(), rule.name(), null, points));
            }
            rule.levels()
                    .forEach(level -> choices.add(new Choice(
                            value + ":" + level.code(), rule.code(), rule.name(), level.code(), level.points())));
        }
        return choices;
    }

    private static List<Choice> items(Catalogue catalogue) {
        return catalogue.baseItems().stream()
                .map(item -> new Choice("base:" + item.item(), item.item(), null, null, item.max()))
                .toList();
    }

    private Chosen chosen(String id, EntryForm form, Actor actor) {
        return new Chosen(
                id,
                cadres.find(id)
                        .filter(cadre -> actor.actsIn(cadre.jurisdiction()))
                        .orElse(null),
                form.role(id));
    }

    private Cadres.@Nullable Matches found(EntryForm form, Actor actor) {
        String text = Checks.said(form.search());
        String unit = Checks.said(form.unit());
        if (text == null && unit == null) {
            return null;
        }
        return Objects.requireNonNull(cadres.search(
                reach.countyOrAll(actor, null), new Cadres.Query(text, unit, null), new PageRequest(FOUND, null)));
    }
}
