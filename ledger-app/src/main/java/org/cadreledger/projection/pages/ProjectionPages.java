package org.cadreledger.projection.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.projecting.Rebuilds;
import org.cadreledger.projecting.Rebuilds.Progress;
import org.cadreledger.projecting.Rebuilds.State;
import org.cadreledger.security.PageAccess;
import org.cadreledger.web.Requests;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The read side's groups; one may be built anew from the log while the old documents stay in use. */
@PageController
class ProjectionPages {
    private final Rebuilds rebuilds;
    private final Problems problems;

    ProjectionPages(Rebuilds rebuilds, Problems problems) {
        this.rebuilds = rebuilds;
        this.problems = problems;
    }

    /** The page asks for its table again while a rebuild is under way. */
    @GetMapping("/projections")
    String list(Actor actor, HttpServletRequest request, Model model) {
        List<Progress> groups = rebuilds.status();
        model.addAttribute("groups", groups);
        model.addAttribute("running", groups.stream().anyMatch(group -> group.state() == State.REBUILDING));
        model.addAttribute("mayRebuild", PageAccess.allows(actor, "POST", "/projections/any/reset"));
        return Requests.isPartOfPage(request) ? "projections/list :: table" : "projections/list";
    }

    @PostMapping("/projections/{name}/reset")
    String rebuild(
            @PathVariable String name,
            Actor actor,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    Progress started = rebuilds.start(name);
                    return Notice.redirect(response, "/projections", 0, "rebuild-started", started.name());
                },
                () -> list(actor, request, model));
    }
}
