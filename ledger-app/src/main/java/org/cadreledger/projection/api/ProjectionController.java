package org.cadreledger.projection.api;

import org.cadreledger.facts.LogEnd;
import org.cadreledger.projecting.Rebuilds;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the projections and rebuilds one while the program goes on. Beside the contract. */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionController {
    private final Rebuilds rebuilds;
    private final LogEnd tail;

    ProjectionController(Rebuilds rebuilds, LogEnd tail) {
        this.rebuilds = rebuilds;
        this.tail = tail;
    }

    @GetMapping
    Listing<Rebuilds.Progress> list() {
        return Listing.whole(rebuilds.status());
    }

    @PostMapping("/{name}/reset")
    ResponseEntity<Object> reset(@PathVariable String name) {
        return Answers.answer(HttpStatus.ACCEPTED, tail.position(), false, rebuilds.start(name));
    }
}
