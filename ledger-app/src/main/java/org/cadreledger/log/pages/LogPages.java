package org.cadreledger.log.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.access.Actor;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.StoredEvent;
import org.cadreledger.store.Tail;
import org.cadreledger.store.Verification;
import org.cadreledger.web.HttpJson;
import org.cadreledger.web.jobs.Job;
import org.cadreledger.web.jobs.Jobs;
import org.cadreledger.web.jobs.ResultFile;
import org.cadreledger.web.pages.Formats;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole log for auditors. */
@PageController
class LogPages {
    private static final int BATCH = 1_000;

    private final CommitLog log;
    private final LogSearch search;
    private final EventTypes types;
    private final Jobs jobs;
    private final Problems problems;

    LogPages(CommitLog log, LogSearch search, EventTypes types, Jobs jobs, Problems problems) {
        this.log = log;
        this.search = search;
        this.types = types;
        this.jobs = jobs;
        this.problems = problems;
    }

    /** One event of a commit, in words and in full. */
    public record Told(String name, String stream, String payload) {}

    /** A commit as it is listed. */
    public record Row(
            long position, Instant at, String by, List<Told> events, String previous, String hash, String json) {}

    @GetMapping("/log")
    String list(
            @ModelAttribute LogFilter filter,
            @RequestParam(required = false) @Nullable Long after,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("filter", filter);
        model.addAttribute("types", types.names());
        model.addAttribute("tail", log.tail());
        ZoneId zone = Formats.of(model).zone();
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    LogSearch.Found found = search.find(filter.read(zone), after);
                    model.addAttribute(
                            "rows", found.commits().stream().map(this::row).toList());
                    model.addAttribute("lookedAt", found.lookedAt());
                    Long next = found.next();
                    model.addAttribute("first", after == null ? null : filter.address("/log", null));
                    model.addAttribute("next", next == null ? null : filter.address("/log", next));
                    model.addAttribute("export", filter.address("/log/export", null));
                    return "log/log";
                },
                () -> {
                    model.addAttribute("rows", List.of());
                    return "log/log";
                });
    }

    private Row row(Commit commit) {
        List<Told> told = commit.events().stream()
                .map(event -> new Told(event.name(), event.stream(), pretty(event)))
                .toList();
        String json = HttpJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(shown(commit));
        return new Row(commit.position(), commit.at(), commit.by(), told, commit.previous(), commit.hash(), json);
    }

    private static String pretty(StoredEvent event) {
        return HttpJson.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(HttpJson.mapper().readTree(event.payload()));
    }

    /** The same as {@code GET /api/v1/log} has it. */
    private JsonNode shown(Commit commit) {
        JsonNode document = HttpJson.mapper().readTree(log.json(commit));
        if (document instanceof ObjectNode object) {
            object.put("position", commit.position());
        }
        return document;
    }

    @PostMapping("/log/verify")
    String verify(Actor actor) {
        long end = log.tail().position();
        return "redirect:"
                + jobs.start(actor, "log-verify", end, job -> {
                    Verification found = log.verify(1, end, job::reached);
                    return outcome(found);
                });
    }

    private static Job.Outcome outcome(Verification found) {
        Long bad = found.firstBadPosition();
        if (bad == null) {
            return new Job.Outcome("log-sound", List.of(found.commits(), found.head()), "/log");
        }
        String fault = found.fault() == null ? "" : found.fault();
        return new Job.Outcome(
                "log-unsound",
                List.of(bad, fault, found.commits(), found.head()),
                "/log?fromPosition=" + bad + "&toPosition=" + bad);
    }

    /** Lines of JSON: what the file is, then each commit as {@code GET /api/v1/log} has it. */
    @PostMapping("/log/export")
    String export(@ModelAttribute LogFilter filter, Actor actor, Model model) {
        LogFilter.Read read = filter.read(Formats.of(model).zone());
        Tail tail = log.tail();
        long from = search.first(read);
        long to = Math.min(search.last(read), tail.position());
        return "redirect:"
                + jobs.start(actor, "log-export", Math.max(0, to - from + 1), job -> {
                    String name = "ledger-log-" + from + "-" + to + ".jsonl";
                    long written = export(read, from, to, tail, job, job.writes(name, MediaType.APPLICATION_NDJSON));
                    return new Job.Outcome("log-exported", List.of(written), null);
                });
    }

    /** @return how many commits were written */
    private long export(LogFilter.Read read, long from, long to, Tail tail, Job job, ResultFile file) {
        long written = 0;
        line(file, title(from, to, tail));
        long at = from - 1;
        while (at < to) {
            List<Commit> batch = log.commits(at, (int) Math.min(BATCH, to - at));
            if (batch.isEmpty()) {
                return written;
            }
            for (Commit commit : batch) {
                if (read.takes(commit)) {
                    line(file, shown(commit));
                    written++;
                }
            }
            at = batch.getLast().position();
            job.reached(at - from + 1);
        }
        return written;
    }

    private static Map<String, Object> title(long from, long to, Tail tail) {
        Map<String, Object> title = new LinkedHashMap<>();
        title.put("title", "Cadre Ledger log");
        title.put("from", from);
        title.put("to", to);
        title.put("tail", tail.position());
        title.put("head", tail.hash());
        title.put("exportedAt", Instant.now().toString());
        return title;
    }

    private static void line(ResultFile file, Object value) {
        try {
            file.write(StandardCharsets.UTF_8.encode(HttpJson.mapper().writeValueAsString(value) + "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
