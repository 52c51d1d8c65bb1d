package org.cadreledger.cadre.api;

import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.RegisterCadre;
import org.cadreledger.cadre.RegisterCadre.Outcome;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Listing;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is in the register. */
@RestController
@RequestMapping("/api/v1/cadres")
public class RegisterController {
    private final Commands commands;
    private final Cadres cadres;
    private final Reach reach;
    private final RegisterReach register;

    RegisterController(Commands commands, Cadres cadres, Reach reach, RegisterReach register) {
        this.register = register;
        this.commands = commands;
        this.cadres = cadres;
        this.reach = reach;
    }

    /** Body of {@code PUT /cadres/{cadreId}}. */
    public record Particulars(
            @Nullable String name,
            @Nullable String jurisdiction,
            @Nullable String category,
            @Nullable String unit,
            @Nullable String post,
            @Nullable String rank,
            @Nullable String group,
            @Nullable String registeredOn,
            @Nullable String since) {

        /** @throws Refusal INVALID_CONTENT */
        public RegisterCadre command(String cadreId) {
            Checks checks = new Checks();
            return checks.valid(new RegisterCadre(
                    cadreId,
                    checks.line("name", name, Checks.NAME),
                    checks.id("jurisdiction", jurisdiction),
                    checks.choice("category", category, Category.class),
                    checks.line("unit", unit, Checks.NAME),
                    checks.line("post", post, Checks.NAME),
                    checks.optionalLine("rank", rank, Checks.NAME),
                    checks.optionalLine("group", group, Checks.NAME),
                    checks.date("registeredOn", registeredOn),
                    checks.optionalDate("since", since)));
        }
    }

    @PutMapping("/{cadreId}")
    ResponseEntity<Object> register(
            @PathVariable String cadreId, @RequestBody Particulars body, Actor actor, CommandKey key) {
        var receipt = commands.send(body.command(cadreId), actor, key);
        boolean created = receipt.result().outcome() == Outcome.CREATED;
        return Answers.answer(created ? HttpStatus.CREATED : HttpStatus.OK, receipt, receipt.result());
    }

    @GetMapping
    Listing<Listed> list(
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable String unit,
            PageRequest page,
            Actor actor) {
        String county = reach.countyOrAll(actor, jurisdiction);
        String asked = RegisterReach.unit(actor, unit);
        return Listing.of(Listing.page(page, () -> cadres.find(county, asked, page)));
    }

    @GetMapping("/{cadreId}")
    Listed one(@PathVariable String cadreId, Actor actor) {
        return register.one(actor, cadreId);
    }
}
