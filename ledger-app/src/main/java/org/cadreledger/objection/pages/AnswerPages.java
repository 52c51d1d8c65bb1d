package org.cadreledger.objection.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.objection.Objection;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An objection is upheld or rejected. */
@PageController
class AnswerPages {
    private final Commands commands;
    private final Problems problems;
    private final ObjectionSheet sheet;

    AnswerPages(Commands commands, Problems problems, ObjectionSheet sheet) {
        this.commands = commands;
        this.problems = problems;
        this.sheet = sheet;
    }

    @PostMapping("/objections/{objectionId}")
    String answer(
            @PathVariable String objectionId,
            @ModelAttribute("sent") AnswerForm form,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Objection objection = sheet.find(objectionId, form.jurisdiction(), actor);
        String county = objection.jurisdiction();
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    var command = form.body(county).command(county, objection.period(), objectionId);
                    var receipt = commands.send(command, actor, key);
                    return Notice.redirect(
                            response,
                            "/objections/" + objectionId + "?jurisdiction=" + county,
                            receipt,
                            command.upheld() ? "objection.upheld" : "objection.rejected");
                },
                () -> sheet.show(objection, form, actor, model));
    }
}
