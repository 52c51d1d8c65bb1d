package org.cadreledger.catalogue.pages;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.CatalogueVersions;
import org.cadreledger.catalogue.CatalogueVersions.Version;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.web.Reach;
import org.cadreledger.web.pages.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules for everybody to read: all versions, each of them, and what differs. */
@PageController
class CataloguePages {
    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private final CatalogueVersions versions;
    private final FreshFolds folds;
    private final Reach reach;
    private final Clock clock;

    CataloguePages(CatalogueVersions versions, FreshFolds folds, Reach reach, ObjectProvider<Clock> clock) {
        this.versions = versions;
        this.folds = folds;
        this.reach = reach;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping("/catalogues")
    String list(Actor actor, Model model) {
        String county = reach.countyOrAll(actor, null);
        Month month = thisMonth(county);
        model.addAttribute("versions", known(actor, county));
        model.addAttribute("month", month);
        model.addAttribute(
                "inForce",
                versions.inForce(month, county)
                        .map(version -> version.catalogue().version())
                        .orElse(null));
        return "catalogues/list";
    }

    @GetMapping("/catalogues/{version}")
    String one(@PathVariable int version, Actor actor, Model model) {
        String county = reach.countyOrAll(actor, null);
        Version shown = find(version, actor, county);
        Month month = thisMonth(county);
        Optional<Version> inForce = versions.inForce(month, county);
        model.addAttribute("version", shown);
        model.addAttribute("month", month);
        model.addAttribute(
                "isInForce",
                inForce.map(known -> known.catalogue().version() == version).orElse(false));
        model.addAttribute("bonuses", rules(shown, Catalogue.Kind.BONUS));
        model.addAttribute("deductions", rules(shown, Catalogue.Kind.DEDUCTION));
        model.addAttribute("others", others(version, actor, county));
        return "catalogues/one";
    }

    private static List<Catalogue.Rule> rules(Version version, Catalogue.Kind kind) {
        return version.catalogue().rules().stream()
                .filter(rule -> rule.kind() == kind)
                .toList();
    }

    /** What is drafted is talked over by those who draft and decide; everybody else reads what was published. */
    private static boolean mayRead(Version version, Actor actor) {
        return !version.isDraft()
                || actor.has(Role.CATALOGUE_ADMIN)
                || actor.has(Role.LEADER)
                || actor.has(Role.AUDITOR);
    }

    private List<Version> known(Actor actor, @Nullable String county) {
        return versions.all(county).stream()
                .filter(version -> mayRead(version, actor))
                .toList();
    }

    private List<Integer> others(int version, Actor actor, @Nullable String county) {
        return known(actor, county).stream()
                .map(known -> known.catalogue().version())
                .filter(known -> known != version)
                .toList();
    }

    /** @param from the version that the other is compared with; without it the one drafted before */
    @GetMapping("/catalogues/{version}/changes")
    String changes(
            @PathVariable int version,
            @RequestParam(required = false) @Nullable Integer from,
            Actor actor,
            Model model) {
        String county = reach.countyOrAll(actor, null);
        Version after = find(version, actor, county);
        List<Integer> others = others(version, actor, county);
        int compared = from != null
                ? from
                : others.stream()
                        .filter(known -> known < version)
                        .max(Integer::compare)
                        .or(() -> others.stream().min(Integer::compare))
                        .orElse(version);
        Version before = find(compared, actor, county);
        model.addAttribute("version", after);
        model.addAttribute("from", before);
        model.addAttribute("others", others);
        model.addAttribute("changes", CatalogueChanges.between(before.catalogue(), after.catalogue()));
        return "catalogues/changes";
    }

    /** A version of another county alone is none for this one. */
    private Version find(int version, Actor actor, @Nullable String county) {
        Version found = versions.find(version)
                .filter(known -> mayRead(known, actor))
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, version));
        String own = found.catalogue().jurisdiction();
        if (own != null && county != null && !own.equals(county)) {
            throw Refusal.of(Reason.UNKNOWN_CATALOGUE, version);
        }
        return found;
    }

    private Month thisMonth(@Nullable String jurisdiction) {
        County county = jurisdiction == null ? County.NONE : folds.county(jurisdiction);
        return county.exists()
                ? county.currentMonth(clock.instant())
                : Month.of(clock.instant().atZone(DEFAULT_ZONE).toLocalDate());
    }
}
