package org.cadreledger.ledger.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cadreledger.access.Actor;
import org.cadreledger.ledger.PendingItem;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a desk shows: its list with the first item, or one item, alone for a script or with the list beside it. */
@Component
class DeskViews {
    private final Desk desk;
    private final ItemPanels panels;

    DeskViews(Desk desk, ItemPanels panels) {
        this.desk = desk;
        this.panels = panels;
    }

    String list(DeskKind kind, DeskFilter filter, Actor actor, Model model) {
        Desk.Shown shown = desk.show(actor, filter, kind.base());
        model.addAttribute("desk", shown);
        if (!shown.lines().isEmpty()) {
            PendingItem first = shown.lines().getFirst().item();
            panel(kind, first.cadreId(), first.itemId(), filter, Map.of(), actor, model);
        }
        return kind.view();
    }

    String item(
            DeskKind kind,
            String cadreId,
            String itemId,
            DeskFilter filter,
            Actor actor,
            HttpServletRequest request,
            Model model) {
        if (Parts.isAskedFor(request)) {
            panel(kind, cadreId, itemId, filter, Map.of(), actor, model);
            return "desk/item :: item";
        }
        return item(kind, cadreId, itemId, filter, Map.of(), actor, model);
    }

    /** @param typed the fields of its form as they were sent; empty for a new one */
    String item(
            DeskKind kind,
            String cadreId,
            String itemId,
            DeskFilter filter,
            Map<String, String> typed,
            Actor actor,
            Model model) {
        panel(kind, cadreId, itemId, filter, typed, actor, model);
        model.addAttribute("desk", desk.show(actor, filter, kind.base()));
        return kind.view();
    }

    private void panel(
            DeskKind kind,
            String cadreId,
            String itemId,
            DeskFilter filter,
            Map<String, String> typed,
            Actor actor,
            Model model) {
        model.addAttribute("panel", panels.of(actor, cadreId, itemId, kind.source(), filter, typed, desk.now()));
    }
}
