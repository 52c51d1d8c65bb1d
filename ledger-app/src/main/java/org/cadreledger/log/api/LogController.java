package org.cadreledger.log.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.cadreledger.read.PageRequest;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.Verification;
import org.cadreledger.web.HttpJson;
import org.cadreledger.web.Listing;
import org.cadreledger.web.Problem;
import org.cadreledger.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole log in order, with its hashes. */
@RestController
@RequestMapping("/api/v1/log")
class LogController {
    private final CommitLog log;

    /**
     * @param head hex hash of the last sound commit
     * @param fault what is wrong at the first bad position, for who looks into it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Verified(
            long from,
            long to,
            long commits,
            String head,
            boolean ok,
            @Nullable Long firstBadPosition,
            @Nullable String fault) {
        static Verified of(Verification found) {
            return new Verified(
                    found.from(),
                    found.to(),
                    found.commits(),
                    found.head(),
                    found.ok(),
                    found.firstBadPosition(),
                    found.fault());
        }
    }

    LogController(CommitLog log) {
        this.log = log;
    }

    /** The cursor is a position. */
    @GetMapping
    Listing<JsonNode> commits(PageRequest page) {
        List<Commit> commits = log.commits(position(page.after()), page.limit());
        String next = commits.size() < page.limit()
                ? null
                : Long.toString(commits.getLast().position());
        return new Listing<>(commits.stream().map(this::shown).toList(), next);
    }

    @GetMapping("/verify")
    Verified verify() {
        return Verified.of(log.verify(1, log.tail().position(), position -> {}));
    }

    private JsonNode shown(Commit commit) {
        JsonNode document = HttpJson.mapper().readTree(log.json(commit));
        if (document instanceof ObjectNode object) {
            object.put("position", commit.position());
        }
        return document;
    }

    private static long position(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw new ProblemException(Problem.malformed("after", "position"));
        }
        return Long.parseLong(after);
    }
}
