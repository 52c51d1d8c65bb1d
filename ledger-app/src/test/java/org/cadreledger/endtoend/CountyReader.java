package org.cadreledger.endtoend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads one county with the eyes of somebody who may see everything of it. */
final class CountyReader {
    private static final int OK = 200;

    private final Program program;
    private final String county;
    private final String user;
    private final int firstYear;
    private final int lastYear;

    CountyReader(Program program, String county, String user, int firstYear, int lastYear) {
        this.program = program;
        this.county = county;
        this.user = user;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /** One revision of a published period, both categories. */
    record Published(String period, JsonNode section, JsonNode reserve) {
        String seal() {
            return section.path("seal").asString();
        }

        long position() {
            return section.path("position").asLong();
        }

        List<JsonNode> rows() {
            List<JsonNode> rows = new ArrayList<>();
            section.path("rows").forEach(rows::add);
            reserve.path("rows").forEach(rows::add);
            return rows;
        }
    }

    List<Published> boards() {
        List<Published> boards = new ArrayList<>();
        for (int year = firstYear; year <= lastYear; year++) {
            for (String period : List.of(year + "-Q1", year + "-Q2", year + "-Q3", year + "-Q4", "" + year)) {
                Program.Answer latest = program.read(user, board(period, "SECTION"));
                int revisions =
                        latest.status() == OK ? latest.body().path("revision").asInt() : 0;
                for (int revision = 1; revision <= revisions; revision++) {
                    boards.add(new Published(
                            period,
                            program.get(user, board(period, "SECTION") + "&revision=" + revision),
                            program.get(user, board(period, "RESERVE") + "&revision=" + revision)));
                }
            }
        }
        return boards;
    }

    private String board(String period, String category) {
        return "/boards/" + period + of() + "&category=" + category;
    }

    private String of() {
        return "?jurisdiction=" + county;
    }

    /** By period and revision. */
    Map<String, String> seals() {
        Map<String, String> seals = new TreeMap<>();
        boards().forEach(board -> seals.put(
                board.period() + " " + board.section().path("revision").asInt(), board.seal()));
        return seals;
    }

    List<String> cadres() {
        List<String> ids = new ArrayList<>();
        program.get(user, "/cadres" + of() + "&limit=500")
                .path("items")
                .forEach(cadre -> ids.add(cadre.path("cadreId").asString()));
        return ids;
    }

    /** Everything that the read side and the books say about the county, by path. */
    Map<String, JsonNode> everything() {
        List<String> paths = new ArrayList<>(List.of("/cadres" + of() + "&limit=500"));
        for (String list :
                List.of("/claims?status=DECLARED", "/claims?status=SCORED", "/deductions?", "/objections?")) {
            paths.add(list + "&jurisdiction=" + county + "&limit=500");
        }
        paths.add("/fraud-cases" + of());
        for (int year = firstYear; year <= lastYear; year++) {
            paths.add("/consequences" + of() + "&year=" + year + "&limit=500");
            for (int month = 1; month <= 12; month++) {
                paths.add(String.format("/periods/%d-%02d%s", year, month, of()));
            }
            for (String cadre : cadres()) {
                paths.add("/ledgers/" + cadre + "?period=" + year);
            }
        }
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        paths.forEach(path -> answers.put(path, told(path)));
        boards().forEach(board -> {
            String name =
                    board.period() + " " + board.section().path("revision").asInt();
            answers.put(name + " SECTION", board.section());
            answers.put(name + " RESERVE", board.reserve());
        });
        return answers;
    }

    /** A problem stands with its type alone: each has a trace of its own. */
    private JsonNode told(String path) {
        Program.Answer answer = program.read(user, path);
        return answer.status() == OK ? answer.body() : answer.body().path("type");
    }
}
