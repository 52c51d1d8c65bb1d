package org.cadreledger.endtoend;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/**
 * A board's seal as anyone can compute it: written from ops/decisions/0004-board-seal.md and the two answers of
 * {@code GET /boards} alone, with nothing of the program's.
 */
final class SealByHand {
    private final StringBuilder text = new StringBuilder();

    private SealByHand() {}

    /** @return hex SHA-256 */
    static String of(JsonNode section, JsonNode reserve) {
        SealByHand form = new SealByHand();
        form.line("cadre-ledger-board 1");
        for (String field : List.of("jurisdiction", "period", "revision", "position")) {
            form.line(field, section.path(field).asString());
        }
        form.category(section);
        form.category(reserve);
        return hash(form.text.toString());
    }

    private void category(JsonNode board) {
        line("category", board.path("category").asString());
        for (JsonNode group : board.path("groups")) {
            line(
                    "group",
                    field(group, "group"),
                    field(group, "ranked"),
                    field(group.path("cuts"), "top"),
                    field(group.path("cuts"), "bottom"),
                    field(group.path("tiedAtCut"), "top"),
                    field(group.path("tiedAtCut"), "bottom"));
        }
        for (JsonNode row : board.path("rows")) {
            line(
                    "row",
                    field(row, "rank"),
                    field(row, "cadreId"),
                    field(row, "unit"),
                    field(row, "group"),
                    shortest(row.path("total")),
                    field(row, "list"));
        }
        for (JsonNode absent : board.path("notRanked")) {
            line("not-ranked", field(absent, "cadreId"), field(absent, "reason"));
        }
    }

    private static String field(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNull() || value.isMissingNode() ? "" : value.asString();
    }

    private static String shortest(JsonNode total) {
        BigDecimal number = total.decimalValue();
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void line(String... fields) {
        StringJoiner line = new StringJoiner("\t", "", "\n");
        for (String field : fields) {
            line.add(field.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r"));
        }
        text.append(line);
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
