package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.evidence.api.EvidenceAccess;
import org.cadreledger.ledger.ApplyDeduction;
import org.cadreledger.ledger.api.DepartmentBody;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;

/**
 * What the department enters for one or several cadres, as it stands in the form: nothing of it is lost while cadres are searched
 * and added.
 *
 * @param what {@code deduct:N1}, {@code base:P1} or {@code bonus:A1:national}; empty while nothing is chosen
 * @param points of a deduction from a base item
 * @param cadres in the order of adding
 * @param roles parts in a unit's criticism by cadre; empty texts where none is chosen
 * @param search what cadres are looked for by
 */
public record EntryForm(
        String what,
        String month,
        String points,
        String matter,
        String occurredOn,
        String basis,
        List<String> evidence,
        List<String> cadres,
        Map<String, String> roles,
        String search,
        String unit) {
    /** More are entered in two goes; thirty named in a commendation is many (domain.md "Cycle"). */
    static final int MOST = 100;

    /** The unit's criticism: one command, several cadres, each with a part (domain.md, the catalogue). */
    private static final String UNIT_CRITICISM = "N5";

    private static final int LONGEST = 5_000;

    static EntryForm of(HttpServletRequest request) {
        List<String> cadres = ids(request, "cadre");
        Map<String, String> roles = new LinkedHashMap<>();
        cadres.forEach(cadre -> roles.put(cadre, text(request, "role." + cadre)));
        return new EntryForm(
                text(request, "what"),
                text(request, "month"),
                text(request, "points"),
                text(request, "matter"),
                text(request, "occurredOn"),
                text(request, "basis"),
                ids(request, "evidence"),
                cadres,
                roles,
                text(request, "search"),
                text(request, "unit"));
    }

    private static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST));
    }

    private static List<String> ids(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        Set<String> ids = new LinkedHashSet<>();
        for (String value : values == null ? new String[0] : values) {
            if (Checks.isId(value) && ids.size() < MOST) {
                ids.add(value);
            }
        }
        return List.copyOf(ids);
    }

    EntryForm in(String anotherMonth) {
        return new EntryForm(
                what, anotherMonth, points, matter, occurredOn, basis, evidence, cadres, roles, search, unit);
    }

    EntryForm withFiles(List<String> more) {
        List<String> all = new ArrayList<>(evidence);
        all.addAll(more);
        return new EntryForm(what, month, points, matter, occurredOn, basis, all, cadres, roles, search, unit);
    }

    EntryForm withoutFile(String id) {
        List<String> rest = evidence.stream().filter(one -> !one.equals(id)).toList();
        return new EntryForm(what, month, points, matter, occurredOn, basis, rest, cadres, roles, search, unit);
    }

    EntryForm with(List<String> more) {
        Set<String> all = new LinkedHashSet<>(cadres);
        more.stream().filter(Checks::isId).forEach(all::add);
        return of(all.stream().limit(MOST).toList());
    }

    EntryForm without(String cadre) {
        return of(cadres.stream().filter(one -> !one.equals(cadre)).toList());
    }

    private EntryForm of(List<String> chosen) {
        return new EntryForm(what, month, points, matter, occurredOn, basis, evidence, chosen, roles, search, unit);
    }

    public boolean isBase() {
        return what.startsWith("base:");
    }

    public boolean isUnitCriticism() {
        return what.equals("deduct:" + UNIT_CRITICISM);
    }

    public String role(String cadreId) {
        return roles.getOrDefault(cadreId, "");
    }

    /**
     * One for each cadre, checked like the bodies of the API.
     *
     * @throws org.cadreledger.refusal.Refusal INVALID_CONTENT with every field that is wrong
     */
    Map<String, Command<ApplyDeduction.Applied>> commands(Actor actor, EvidenceAccess access) {
        Checks checks = new Checks();
        if (cadres.isEmpty()) {
            checks.problem("cadres", "required");
        }
        if (what.isEmpty()) {
            checks.problem("what", "required");
        }
        if (isUnitCriticism() && cadres.stream().anyMatch(cadre -> role(cadre).isBlank())) {
            checks.problem("role", "required");
        }
        checks.valid(true);
        Map<String, Command<ApplyDeduction.Applied>> all = new LinkedHashMap<>();
        if (isUnitCriticism()) {
            criticism().commands(actor, access).forEach(command -> all.put(command.cadreId(), command));
        } else {
            cadres.forEach(cadre -> all.put(cadre, one(cadre, actor, access)));
        }
        return all;
    }

    private DepartmentBody.UnitDeduction criticism() {
        List<DepartmentBody.@Nullable Party> parties = new ArrayList<>();
        cadres.forEach(cadre -> parties.add(new DepartmentBody.Party(cadre, null, role(cadre))));
        return new DepartmentBody.UnitDeduction(
                Checks.said(month),
                UNIT_CRITICISM,
                null,
                Checks.said(matter),
                Checks.said(occurredOn),
                Checks.said(basis),
                List.copyOf(evidence),
                parties);
    }

    private Command<ApplyDeduction.Applied> one(String cadre, Actor actor, EvidenceAccess access) {
        String[] parts = what.split(":", -1);
        String kind = parts[0];
        String code = parts.length > 1 ? parts[1] : null;
        String level = parts.length > 2 ? parts[2] : null;
        List<@Nullable String> files = List.copyOf(evidence);
        if (isBase()) {
            return new DepartmentBody.BaseDeduction(
                            null,
                            Checks.said(month),
                            code,
                            amount(),
                            Checks.said(matter),
                            Checks.said(occurredOn),
                            Checks.said(basis),
                            files)
                    .command(cadre, actor, access);
        }
        if (kind.equals("bonus")) {
            List<@Nullable String> cadreIds = List.of(cadre);
            return new DepartmentBody.Bonus(
                            Checks.said(month),
                            code,
                            level,
                            Checks.said(matter),
                            Checks.said(occurredOn),
                            Checks.said(basis),
                            files,
                            cadreIds)
                    .commands(actor, access)
                    .getFirst();
        }
        return new DepartmentBody.Deduction(
                        null,
                        Checks.said(month),
                        code,
                        level,
                        Checks.said(matter),
                        Checks.said(occurredOn),
                        Checks.said(basis),
                        files)
                .command(cadre, actor, access);
    }

    private @Nullable BigDecimal amount() {
        if (!points.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
            return null;
        }
        return new BigDecimal(points.strip());
    }
}
