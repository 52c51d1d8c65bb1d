package org.cadreledger.consequence.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.consequence.Consequences;
import org.cadreledger.consequence.Consequences.FraudCase;
import org.cadreledger.consequence.Flag;
import org.cadreledger.consequence.api.ConsequenceController;
import org.cadreledger.consequence.api.ConsequenceController.CaseHandling;
import org.cadreledger.consequence.api.ConsequenceController.Confirmation;
import org.cadreledger.consequence.api.ConsequenceController.Handling;
import org.cadreledger.consequence.following.RaisedFlags;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Reach;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was done about a flag or a fraud case is recorded, with its document; priority is confirmed with a reason. */
@PageController
class FollowUpPages {
    private static final String CONFIRM = "confirm";
    private static final String HANDLED = "handled";
    private static final String CASE = "case";

    private final Commands commands;
    private final Problems problems;
    private final Cadres cadres;
    private final Reach reach;
    private final RaisedFlags flags;
    private final Consequences consequences;

    FollowUpPages(
            Commands commands,
            Problems problems,
            Cadres cadres,
            Reach reach,
            RaisedFlags flags,
            Consequences consequences) {
        this.flags = flags;
        this.consequences = consequences;
        this.commands = commands;
        this.problems = problems;
        this.cadres = cadres;
        this.reach = reach;
    }

    /** As the browser sends it; which fields are asked for depends on {@code kind} of the page. */
    public record Form(
            @Nullable String cadreId,
            @Nullable Integer year,
            @Nullable String period,
            @Nullable String reason,
            @Nullable String on,
            @Nullable String document,
            @Nullable String note) {}

    /**
     * What the form is about.
     *
     * @param kind confirm, handled or case
     * @param path where it is sent to
     * @param flag null for a case
     */
    public record Matter(
            String kind,
            String path,
            String cadreId,
            @Nullable Flag flag) {}

    private String form(Matter matter, Form form, Model model) {
        model.addAttribute("matter", matter);
        model.addAttribute("cadre", cadres.find(matter.cadreId()).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("raisedBy", shown(form));
        return "consequence/follow-up";
    }

    /** @return null when none is named, or nothing that is a period */
    private static @Nullable Period shown(Form form) {
        try {
            return form.period() == null ? null : Period.parse(form.period());
        } catch (IllegalArgumentException e) {
            return null; // the answer to the form says so
        }
    }

    private static Matter confirming(String cadreId) {
        return new Matter(CONFIRM, "/consequences/" + cadreId + "/PRIORITY/confirm", cadreId, Flag.PRIORITY);
    }

    private static Matter handling(String cadreId, Flag flag) {
        return new Matter(HANDLED, "/consequences/" + cadreId + "/" + flag + "/handled", cadreId, flag);
    }

    private static Matter handlingCase(String caseId, String cadreId) {
        return new Matter(CASE, "/fraud-cases/" + caseId + "/handled", cadreId, null);
    }

    /** What is done is recorded once: another form would only be refused. */
    private static void requireOpen(@Nullable Record done) {
        if (done != null) {
            throw Refusal.of(Reason.WRONG_STATE);
        }
    }

    @GetMapping("/consequences/{cadreId}/PRIORITY/confirm")
    String confirm(@PathVariable String cadreId, @RequestParam int year, Actor actor, Model model) {
        reach.staffOf(actor, cadreId);
        requireOpen(flags.priority(cadreId, year).flag().confirmed());
        return form(confirming(cadreId), new Form(cadreId, year, null, null, null, null, null), model);
    }

    @PostMapping("/consequences/{cadreId}/PRIORITY/confirm")
    String confirmed(
            @PathVariable String cadreId,
            @ModelAttribute("sent") Form form,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        reach.staffOf(actor, cadreId);
        Write write = new Write(confirming(cadreId), form, actor, key, "consequence.confirmed");
        return send(
                write, () -> new Confirmation(form.year(), form.reason()).command(cadreId), request, response, model);
    }

    @GetMapping("/consequences/{cadreId}/{flag}/handled")
    String handle(
            @PathVariable String cadreId,
            @PathVariable Flag flag,
            @RequestParam Period period,
            Actor actor,
            Model model) {
        ConsequenceController.mayHandle(actor, flag);
        reach.staffOf(actor, cadreId);
        requireOpen(flags.raised(cadreId, flag, period).flag().handled());
        Form empty = new Form(cadreId, period.year(), period.toString(), null, null, null, null);
        return form(handling(cadreId, flag), empty, model);
    }

    @PostMapping("/consequences/{cadreId}/{flag}/handled")
    String handled(
            @PathVariable String cadreId,
            @PathVariable Flag flag,
            @ModelAttribute("sent") Form form,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ConsequenceController.mayHandle(actor, flag);
        reach.staffOf(actor, cadreId);
        Write write = new Write(handling(cadreId, flag), form, actor, key, "consequence.handled");
        return send(
                write,
                () -> new Handling(form.period(), form.on(), form.document(), form.note()).command(cadreId, flag),
                request,
                response,
                model);
    }

    @GetMapping("/fraud-cases/{caseId}/handled")
    String handleCase(@PathVariable String caseId, @RequestParam String cadreId, Actor actor, Model model) {
        reach.staffOf(actor, cadreId);
        FraudCase fraud = consequences.fraudCases(reach.countyOrAll(actor, null)).stream()
                .filter(known ->
                        known.caseId().equals(caseId) && known.cadreId().equals(cadreId))
                .findFirst()
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
        requireOpen(fraud.handled());
        return form(handlingCase(caseId, cadreId), new Form(cadreId, null, null, null, null, null, null), model);
    }

    @PostMapping("/fraud-cases/{caseId}/handled")
    String caseHandled(
            @PathVariable String caseId,
            @ModelAttribute("sent") Form form,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Checks checks = new Checks();
        String cadreId = checks.valid(checks.id("cadreId", form.cadreId()));
        reach.staffOf(actor, cadreId);
        Write write = new Write(handlingCase(caseId, cadreId), form, actor, key, "consequence.case-handled");
        return send(
                write,
                () -> new CaseHandling(cadreId, form.on(), form.document(), form.note()).command(caseId),
                request,
                response,
                model);
    }

    /** What all writes of this page have in common. */
    private record Write(Matter matter, Form form, Actor actor, CommandKey key, String notice) {}

    private String send(
            Write write,
            Supplier<Command<?>> command,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    var receipt = commands.send(command.get(), write.actor(), write.key());
                    Integer year = write.form().year();
                    String list = year == null ? "/consequences" : "/consequences?year=" + year;
                    return Notice.redirect(response, list, receipt, write.notice());
                },
                () -> form(write.matter(), write.form(), model));
    }
}
