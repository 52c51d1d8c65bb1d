package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.web.Checks;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.Problems;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Takes a step with an item of a desk: afterwards the next item is open, and the notice says what was done; a refused form stays. */
@Component
class Steps {
    private final Desk desk;
    private final DeskViews views;
    private final Cadres cadres;
    private final Commands commands;
    private final Problems problems;

    Steps(Desk desk, DeskViews views, Cadres cadres, Commands commands, Problems problems) {
        this.desk = desk;
        this.views = views;
        this.cadres = cadres;
        this.commands = commands;
        this.problems = problems;
    }

    /**
     * A form that somebody sent.
     *
     * @param fields as they were sent
     */
    record Sent(
            DeskKind kind,
            String cadreId,
            String itemId,
            Act act,
            DeskFilter filter,
            Map<String, String> fields,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    /** @param words further arguments of the notice {@code done.desk.<act>}, whose first is the cadre's name */
    <R> String take(Sent sent, Function<Checks, Command<R>> command, BiFunction<R, Formats, List<String>> words) {
        String next = desk.after(sent.actor(), sent.filter(), sent.kind().base(), sent.cadreId() + "/" + sent.itemId());
        return problems.attempt(
                sent.request(),
                sent.response(),
                sent.model(),
                () -> {
                    Checks checks = new Checks();
                    Command<R> checked = checks.valid(command.apply(checks));
                    Receipt<R> receipt = commands.send(checked, sent.actor(), sent.key());
                    List<Object> told = new ArrayList<>(List.of(name(sent.cadreId())));
                    told.addAll(words.apply(receipt.result(), Formats.of(sent.model())));
                    String code = "desk." + sent.act().path();
                    return Notice.redirect(sent.response(), next, receipt, code, told.toArray());
                },
                () -> again(sent));
    }

    private String name(String cadreId) {
        return cadres.find(cadreId).map(Cadres.Listed::name).orElse(cadreId);
    }

    private String again(Sent sent) {
        Map<String, String> typed = new HashMap<>(sent.fields());
        typed.put("act", sent.act().path());
        return views.item(sent.kind(), sent.cadreId(), sent.itemId(), sent.filter(), typed, sent.actor(), sent.model());
    }
}
