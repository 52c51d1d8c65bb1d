package org.cadreledger.web.jobs;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.cadreledger.access.Actor;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.ProblemDocument;
import org.cadreledger.web.Requests;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How far a long action is; the page asks again by itself until it has ended. */
@PageController
class JobPages {
    private final Jobs jobs;
    private final Problems problems;

    JobPages(Jobs jobs, Problems problems) {
        this.jobs = jobs;
        this.problems = problems;
    }

    /** In words. */
    public record Line(String label, @Nullable String link, String refused) {}

    @GetMapping("/jobs")
    String all(Actor actor, Model model) {
        model.addAttribute("jobs", jobs.of(actor));
        return "jobs/jobs";
    }

    @GetMapping("/jobs/{jobId}")
    String one(@PathVariable String jobId, Actor actor, HttpServletRequest request, Model model) {
        Job.View job = jobs.find(jobId, actor).map(Job::view).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
        model.addAttribute("job", job);
        model.addAttribute(
                "lines",
                job.items().stream()
                        .filter(item -> item.refusal() != null)
                        .map(item -> new Line(item.label(), item.link(), words(item.refusal(), request)))
                        .toList());
        model.addAttribute(
                "finished",
                job.items().stream()
                        .filter(item -> item.refusal() == null)
                        .map(item -> new Line(item.label(), item.link(), ""))
                        .toList());
        model.addAttribute("failure", job.refusal() == null ? null : words(job.refusal(), request));
        return Requests.isPartOfPage(request) ? "jobs/job :: state" : "jobs/job";
    }

    /** Only its owner finds the job. */
    @GetMapping("/jobs/{jobId}/file")
    void file(@PathVariable String jobId, Actor actor, HttpServletResponse response) throws IOException {
        ResultFile file = jobs.find(jobId, actor)
                .map(job -> job.view().file())
                .filter(ResultFile::isThere)
                .orElseThrow(() -> Refusal.of(Reason.NOT_FOUND));
        response.setContentType(file.type().toString());
        response.setContentLengthLong(file.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        file.copyTo(response.getOutputStream());
    }

    private String words(@Nullable Refusal refusal, HttpServletRequest request) {
        if (refusal == null) {
            return "";
        }
        ProblemDocument problem = problems.document(refusal, request);
        List<ProblemDocument.FieldError> errors = problem.errors();
        return errors == null
                ? problem.detail()
                : errors.stream().map(ProblemDocument.FieldError::message).collect(Collectors.joining(" "));
    }
}
