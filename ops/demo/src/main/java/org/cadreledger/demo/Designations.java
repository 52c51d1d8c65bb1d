package org.cadreledger.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** The publisher fills the top's free places from those who tied at the cut. */
final class Designations {
    private static final int TOP_PERCENT = 15;
    private static final int HUNDRED = 100;

    private final String county;
    private final Texts texts;

    Designations(String county, Texts texts) {
        this.county = county;
        this.texts = texts;
    }

    Step topOf(Quarter quarter) {
        String path = "/boards/" + quarter + "?jurisdiction=" + county + "&category=SECTION";
        Call read = Call.get("read board", path, Office.PUBLISHER);
        return new Step.Answered(
                quarter + " designations",
                read,
                board -> groups(board).entrySet().stream()
                        .flatMap(group -> designation(quarter, group.getKey(), group.getValue()))
                        .toList());
    }

    private static Map<String, List<JsonNode>> groups(JsonNode board) {
        return StreamSupport.stream(board.path("rows").spliterator(), false)
                .collect(Collectors.groupingBy(
                        row -> row.path("group").asString(""), TreeMap::new, Collectors.toCollection(ArrayList::new)));
    }

    /** @return nothing when nobody tied at the cut */
    private Stream<Call> designation(Quarter quarter, String group, List<JsonNode> rows) {
        List<String> chosen = chosen(rows);
        if (chosen.isEmpty()) {
            return Stream.empty();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jurisdiction", county);
        body.put("category", "SECTION");
        if (!group.isEmpty()) {
            body.put("group", group);
        }
        body.put("list", "TOP");
        body.put("cadreIds", chosen);
        body.put("reason", texts.one("reasons.DESIGNATE"));
        // a group's name is Chinese, and an idempotency key goes in a header
        String label = "designate/" + quarter + "/" + Integer.toHexString(group.hashCode());
        return Stream.of(Call.post("designate", "/boards/" + quarter + "/designations", Office.PUBLISHER, body)
                .labelled(label));
    }

    private static List<String> chosen(List<JsonNode> rows) {
        int places = rows.size() * TOP_PERCENT / HUNDRED;
        if (places == 0 || places >= rows.size()) {
            return List.of();
        }
        int rankAtCut = rank(rows.get(places));
        long above = rows.stream().filter(row -> rank(row) < rankAtCut).count();
        return rank(rows.get(places - 1)) != rankAtCut
                ? List.of()
                : rows.stream()
                        .filter(row -> rank(row) == rankAtCut)
                        .limit(places - above)
                        .map(row -> row.path("cadreId").asString())
                        .toList();
    }

    private static int rank(JsonNode row) {
        return row.path("rank").asInt();
    }
}
