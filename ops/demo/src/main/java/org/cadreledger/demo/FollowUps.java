package org.cadreledger.demo;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the department and the discipline commission do about the flags that boards raise, and about frauds. */
final class FollowUps {
    private static final String PRIORITY = "PRIORITY";
    private static final String ADMONITION = "ADMONITION";
    private static final int NUMBERS = 200;

    private final Plan plan;
    private final String county;
    private final Texts texts;

    FollowUps(Plan plan, String county, Texts texts) {
        this.plan = plan;
        this.county = county;
        this.texts = texts;
    }

    /** Confirms or handles every flag of the period that is settled and still open. */
    Step flags(String period, int year) {
        Call read = Call.get(
                "read consequences", "/consequences?jurisdiction=" + county + "&year=" + year, Office.PUBLISHER);
        return new Step.Answered(
                period + " consequences",
                read,
                answer -> items(answer)
                        .filter(item -> period.equals(lastRaised(item)))
                        .filter(item -> !item.path("provisional").asBoolean(false) && !isDone(item))
                        .map(item -> followUp(item, period, year))
                        .toList());
    }

    private static Stream<JsonNode> items(JsonNode answer) {
        return StreamSupport.stream(answer.path("items").spliterator(), false);
    }

    private static String lastRaised(JsonNode item) {
        JsonNode raisedBy = item.path("raisedBy");
        return raisedBy.isEmpty() ? "" : raisedBy.get(raisedBy.size() - 1).asString();
    }

    private static boolean isDone(JsonNode item) {
        return item.hasNonNull("handled") || item.path("withdrawn").asBoolean(false) || item.hasNonNull("confirmed");
    }

    private Call followUp(JsonNode item, String period, int year) {
        String cadreId = item.path("cadreId").asString();
        String flag = item.path("flag").asString();
        String path = "/consequences/" + cadreId + "/" + flag;
        if (flag.equals(PRIORITY)) {
            return Call.post(
                            "confirm priority",
                            path + "/confirm",
                            Office.PUBLISHER,
                            Map.of("year", year, "reason", texts.one("reasons.PRIORITY")))
                    .labelled("priority/" + cadreId + "/" + year);
        }
        String user = flag.equals(ADMONITION) ? Office.DISCIPLINE : Office.PUBLISHER;
        Map<String, Object> body = handling(cadreId + flag + period, flag);
        body.put("period", period);
        return Call.post("handle " + flag, path + "/handled", user, body)
                .labelled("handled/" + cadreId + "/" + flag + "/" + period);
    }

    private Map<String, Object> handling(String about, String kind) {
        int number = 1 + Choice.of(plan.seed(), "document", about).below(NUMBERS);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("on", plan.timeline().today().toString());
        body.put(
                "document",
                texts.format("documents.HANDLED", plan.timeline().today().getYear(), number));
        body.put("note", texts.one("handled." + kind));
        return body;
    }

    /** Every fraud case without a follow-up gets one. */
    Step frauds(YearMonth month) {
        Call read = Call.get("read fraud cases", "/fraud-cases?jurisdiction=" + county, Office.DISCIPLINE)
                .labelled("frauds/" + month);
        return new Step.Answered(
                month + " fraud cases",
                read,
                answer -> items(answer)
                        .filter(item -> !item.hasNonNull("handled"))
                        .map(this::handleFraud)
                        .toList());
    }

    private Call handleFraud(JsonNode item) {
        String caseId = item.path("caseId").asString();
        Map<String, Object> body = handling(caseId, "FRAUD");
        body.put("cadreId", item.path("cadreId").asString());
        return Call.post("handle fraud", "/fraud-cases/" + caseId + "/handled", Office.DISCIPLINE, body)
                .labelled("fraud/" + caseId);
    }
}
