package org.cadreledger.projection.api;

import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Listing;
import org.cadreledger.web.LogTail;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the projections and resets one. Beside the contract. */
@RestController
@RequestMapping("/api/v1/projections")
class ProjectionController {
    private final Projections projections;
    private final LogTail tail;

    ProjectionController(Projections projections, LogTail tail) {
        this.projections = projections;
        this.tail = tail;
    }

    @GetMapping
    Listing<Projections.Status> list() {
        return Listing.whole(projections.list());
    }

    @PostMapping("/{name}/reset")
    ResponseEntity<Object> reset(@PathVariable String name) {
        if (!projections.reset(name)) {
            throw Refusal.of(Reason.NOT_FOUND);
        }
        long position = tail.position();
        return Answers.answer(HttpStatus.ACCEPTED, position, false, new Answers.Position(position));
    }
}
