package org.cadreledger.log.api;

import java.util.List;
import org.cadreledger.read.PageRequest;
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
    private final RawLog log;

    LogController(RawLog log) {
        this.log = log;
    }

    /** The cursor is a position. */
    @GetMapping
    Listing<JsonNode> commits(PageRequest page) {
        List<RawLog.RawCommit> commits = log.after(position(page.after()), page.limit());
        String next = commits.size() < page.limit()
                ? null
                : Long.toString(commits.getLast().position());
        return new Listing<>(commits.stream().map(LogController::shown).toList(), next);
    }

    @GetMapping("/verify")
    RawLog.Verified verify() {
        return log.verify();
    }

    private static JsonNode shown(RawLog.RawCommit commit) {
        JsonNode document = HttpJson.mapper().readTree(commit.json());
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
