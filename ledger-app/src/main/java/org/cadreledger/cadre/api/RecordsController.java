package org.cadreledger.cadre.api;

import java.util.Map;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.Grade;
import org.cadreledger.cadre.RecordAbsence;
import org.cadreledger.cadre.RecordGrade;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Absences and annual grades. */
@RestController
@RequestMapping("/api/v1/cadres/{cadreId}")
public class RecordsController {
    /** The words of the annual assessment, as source 000 and the files of the counties have them. */
    private static final Map<String, Grade> GRADES = Map.ofEntries(
            Map.entry("EXCELLENT", Grade.EXCELLENT),
            Map.entry("COMPETENT", Grade.COMPETENT),
            Map.entry("BASICALLY_COMPETENT", Grade.BASICALLY_COMPETENT),
            Map.entry("INCOMPETENT", Grade.INCOMPETENT),
            Map.entry("\u4f18\u79c0", Grade.EXCELLENT),
            Map.entry("\u79f0\u804c", Grade.COMPETENT),
            Map.entry("\u5408\u683c", Grade.COMPETENT),
            Map.entry("\u57fa\u672c\u79f0\u804c", Grade.BASICALLY_COMPETENT),
            Map.entry("\u57fa\u672c\u5408\u683c", Grade.BASICALLY_COMPETENT),
            Map.entry("\u4e0d\u79f0\u804c", Grade.INCOMPETENT),
            Map.entry("\u4e0d\u5408\u683c", Grade.INCOMPETENT));

    private final Commands commands;

    RecordsController(Commands commands) {
        this.commands = commands;
    }

    /** Body of the write of an absence. */
    public record AbsenceBody(
            @Nullable String absenceId,
            @Nullable String kind,
            @Nullable String from,
            @Nullable String to) {
        /** @throws org.cadreledger.refusal.Refusal INVALID_CONTENT */
        public RecordAbsence command(String cadreId, @Nullable String id, boolean replace) {
            Checks checks = new Checks();
            RecordAbsence command = new RecordAbsence(
                    cadreId,
                    checks.optionalId("absenceId", id),
                    checks.choice("kind", kind, Absence.Kind.class),
                    checks.date("from", from),
                    checks.optionalDate("to", to),
                    replace);
            if (command.to() != null && command.to().isBefore(command.from())) {
                checks.problem("to", "before-from");
            }
            return checks.valid(command);
        }
    }

    /** Body of the write of a grade. */
    public record GradeBody(@Nullable String grade) {
        /** @throws org.cadreledger.refusal.Refusal INVALID_CONTENT */
        public RecordGrade command(String cadreId, int year) {
            Checks checks = new Checks();
            Grade known = grade == null ? null : GRADES.get(grade);
            if (known == null) {
                checks.problem("grade", grade == null ? "required" : "choice");
            }
            return checks.valid(
                    new RecordGrade(cadreId, checks.year("year", year), known == null ? Grade.COMPETENT : known));
        }
    }

    @PostMapping("/absences")
    ResponseEntity<Object> add(
            @PathVariable String cadreId, @RequestBody AbsenceBody body, Actor actor, CommandKey key) {
        return Answers.created(commands.send(body.command(cadreId, body.absenceId(), false), actor, key));
    }

    @PutMapping("/absences/{absenceId}")
    ResponseEntity<Object> replace(
            @PathVariable String cadreId,
            @PathVariable String absenceId,
            @RequestBody AbsenceBody body,
            Actor actor,
            CommandKey key) {
        return Answers.ok(commands.send(body.command(cadreId, absenceId, true), actor, key));
    }

    @PutMapping("/grades/{year}")
    ResponseEntity<Object> grade(
            @PathVariable String cadreId,
            @PathVariable int year,
            @RequestBody GradeBody body,
            Actor actor,
            CommandKey key) {
        return Answers.ok(commands.send(body.command(cadreId, year), actor, key));
    }
}
