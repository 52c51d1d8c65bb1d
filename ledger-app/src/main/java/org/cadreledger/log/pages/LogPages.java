package org.cadreledger.log.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.cadreledger.access.Actor;
import org.cadreledger.archive.BrokenLog;
import org.cadreledger.archive.Export;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.StoredEvent;
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
    private static final MediaType GZIP = MediaType.parseMediaType("application/gzip");
    private static final int BUFFER = 1 << 16;

    private final CommitLog log;
    private final LogSearch search;
    private final Export export;
    private final EventTypes types;
    private final Jobs jobs;
    private final Problems problems;

    LogPages(CommitLog log, LogSearch search, Export export, EventTypes types, Jobs jobs, Problems problems) {
        this.log = log;
        this.search = search;
        this.export = export;
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
                    LogFilter.Read read = filter.read(zone);
                    LogSearch.Found found = search.find(read, after);
                    model.addAttribute(
                            "rows", found.commits().stream().map(this::row).toList());
                    model.addAttribute("lookedAt", found.lookedAt());
                    Long next = found.next();
                    model.addAttribute("first", after == null ? null : filter.address("/log", null));
                    model.addAttribute("next", next == null ? null : filter.address("/log", next));
                    model.addAttribute("export", filter.address("/log/export", null));
                    model.addAttribute("range", search.range(read));
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

    /**
     * Every commit between the first and the last that the filter's days and positions leave, as archive segments have them:
     * only what is whole can be verified.
     */
    @PostMapping("/log/export")
    String export(@ModelAttribute LogFilter filter, Actor actor, Model model) {
        LogSearch.Range range = search.range(filter.read(Formats.of(model).zone()));
        return "redirect:"
                + jobs.start(
                        actor,
                        "log-export",
                        Math.max(0, range.to() - range.from() + 1),
                        job -> export(range.from(), range.to(), job));
    }

    private Job.Outcome export(long from, long to, Job job) {
        ResultFile file = job.writes(Export.fileName(from, to), GZIP);
        try (OutputStream out = new GZIPOutputStream(file.stream(), BUFFER)) {
            Export.Written written = export.commits(from, to, out, position -> job.reached(position - from + 1));
            return new Job.Outcome("log-exported", List.of(written.commits(), written.head()), null);
        } catch (BrokenLog e) {
            return outcome(log.verify(from, to, job::reached));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
